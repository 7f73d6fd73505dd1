"""What pages weigh once every card shows a photo: the real content, with one added to each entry."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from site_builder.media.facts import Variant
from tests.budgets.test_weight import PAGE_AND_STYLE, expect_at_most
from tests.support.cases import sentra
from tests.support.pages import Page
from tests.support.pictures import encoded
from tests.support.programs import ROOT
from tests.support.site import BuiltSite
from tests.support.weight import weight_of

BASE_URL = "https://tanggulangin.example/"
KINDS = ("products", "shops", "places", "visits", "events", "markets")
"""A card of theirs shows the first photo of its entry."""
LISTS = ("product_list", "entry_list")
"""A list of shops is a directory, a line for each, without pictures."""

_TRANSLATION = re.compile(r"\.(?:en|ja|zh)\.md$")
_NAME = re.compile(r"^nama: \"?(.*?)\"?$", re.MULTILINE)
_COLOURS = ("cokelat", "hitam", "merah", "biru tua", "tan")
_SEEN = ("tampak depan", "dari samping", "di atas meja kayu", "digantung di dinding toko")


def add_photos(root: Path) -> int:
    """Put a photo of its own, with words of its own, into each entry that has none; say how many."""
    added = 0
    for kind in KINDS:
        for path in sorted((root / "content" / kind).glob("*.md")):
            text = path.read_text("utf-8")
            if _TRANSLATION.search(path.name) or re.search(r"^foto:", text, re.MULTILINE):
                continue
            name = _NAME.search(text)
            assert name is not None, path
            words = f"{name[1]} {_COLOURS[added % 5]}, {_SEEN[added % 4]}"
            photo = f'foto:\n  - {{berkas: {path.stem}/depan.jpg, teks_alt: "{words}"}}\n'
            path.write_text(text.replace("---\n", f"---\n{photo}", 1), "utf-8")
            path.with_suffix("").mkdir(exist_ok=True)
            path.with_suffix("").joinpath("depan.jpg").write_bytes(noise(added))
            added += 1
    return added


def noise(seed: int) -> bytes:
    """Make a small photo unlike all others, wide enough for every width that a card may ask for."""
    spots = Image.frombytes("RGB", (8, 6), Random(seed).randbytes(8 * 6 * 3))
    return encoded(spots.resize((640, 480), Image.Resampling.BICUBIC), quality=60)


def not_encoded(_data: bytes, _recipe: object, wanted: list[Variant]) -> dict[Variant, bytes]:
    """Stand in for the encoders: what is weighed here is what pages say of photos."""
    return dict.fromkeys(wanted, b"photo")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    root = tmp_path_factory.mktemp("photos")
    for folder in ("content", "templates", "assets"):
        shutil.copytree(ROOT / folder, root / folder)
    assert add_photos(root) > 100
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("site_builder.media.variants.make_variants", not_encoded)
        run = sentra("build", "--root", root, "--base-url", BASE_URL, "--jobs", "1", "--format", "json")
    assert run.code == 0, run.err
    assert '"budget"' not in run.out, "a page is past what site.yaml allows"
    yield BuiltSite(root / "output", BASE_URL)


def cards_for_photos(page: Page) -> int:
    """Count the cards of a list, without the pattern that scripts copy; stories stand by their years."""
    kinds = [card.words("class") for card in page.all("li")]
    patterns = sum(template.get("id") == "card" for template in page.all("template"))
    return sum("card" in kind and "story" not in kind for kind in kinds) - patterns


def test_every_card_of_the_lists_shows_a_photo(site: BuiltSite) -> None:
    lists = [page for page in site.full_pages if page.template in LISTS]
    assert {page.template for page in lists} == set(LISTS)
    shown = {page.path: (len([*page.all("picture")]), cards_for_photos(page)) for page in lists}
    assert {path: counts for path, counts in shown.items() if counts[0] != counts[1]} == {}
    assert max(cards for _, cards in shown.values()) > 20


def test_page_and_style_come_in_the_first_flight_with_a_photo_on_every_card(site: BuiltSite) -> None:
    weights = [weight_of(site, page) for page in site.full_pages]
    expect_at_most(PAGE_AND_STYLE, weights, "page", "style")
