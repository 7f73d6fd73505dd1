"""A kill of a build with photos, share pictures and a search: as harmless, and what cost most is kept."""

from __future__ import annotations

import re
import shutil
import signal
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from site_builder.media.facts import Recipe, Variant
from site_builder.media.variants import make_variants
from site_builder.problems import ContentRefused, Problem
from site_builder.render.pages import RenderSetup
from site_builder.render.shares import Drawn, ShareJob, draw_share
from tests.support.changes import Change, make_tiny_site, prepare
from tests.support.killed_build import Driver, Fault
from tests.support.little_site import LittleSite, difference
from tests.support.pictures import encoded, jpeg_with_secrets, noisy

PHASES = (
    r"mkdir .*/unfinished",
    r"write .*/assets/photos/.*\.webp",
    r"link .*/unfinished/",
    r"write .*/share\.png",
    r"write .*/search/.*/pagefind-entry",
    r"sqlite-commit ",
    r"write .*/\.sentra-manifest",
    r"(exchange|rename) .*output",
    r"unlink .*/unfinished/",
    r"rmdir .*/unfinished",
)
"""Where such builds are killed, at one operation of each kind: by turns the first build and a later one.

All that other sites have too is struck at every operation in `test_kill`.
"""


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """A process that begins builds and lets them die.

    What draws share pictures keeps threads, after which nothing can be forked: its own site has none.
    """
    with Driver(make_tiny_site(tmp_path_factory.mktemp("warm") / "project").root) as made:
        yield made


def make_rich_site(root: Path) -> LittleSite:
    """Make a tiny site with all that is costly, but a chart."""
    site = make_tiny_site(root, with_search=True, with_shares=True)
    site.write("content/shops/intako/depan.jpg", encoded(noisy((400, 300)), quality=90))
    return site


def forget_all(site: LittleSite) -> None:
    """Make the next build the first one."""
    for left in (".output.spare", "output", ".cache"):
        shutil.rmtree(site.root / left, ignore_errors=True)


def test_a_kill_of_the_first_build_leaves_no_site_or_a_whole_one(driver: Driver, tmp_path: Path) -> None:
    site = make_rich_site(tmp_path / "project")
    whole = site.build_clean(tmp_path / "clean")
    for phase in PHASES[::2]:
        forget_all(site)
        ended = driver.build(site.root, Fault(1, like=phase))
        struck = ended.operations[-1]
        assert ended.code == -signal.SIGKILL, struck
        if site.output.exists():
            assert difference(site.tree(), whole) == "", struck
        after = driver.build(site.root)
        assert after.code == 0, f"{struck}\n{after.said}"
        assert difference(site.tree(), whole) == "", struck
        is_left = (
            site.root / ".cache/unfinished"
        ).exists()  # of a published site the next edit clears it away
        assert is_left == (struck.startswith("unlink ")), struck


def changes_of_what_is_costly(site: LittleSite) -> Change:
    """Replace a photo, rename a product, change words that are searched."""
    text = site.read("content/products/tas-1.md")
    return prepare(
        site,
        {
            "content/shops/intako/depan.jpg": encoded(noisy((420, 300)), quality=90),
            "content/products/tas-1.md": None,
            "content/products/tas-1/sisi.png": None,
            "content/products/tas-2.md": text.replace("Tas Satu", "Tas Baru")
            .replace("tas-1/", "tas-2/")
            .replace("Dijahit", "Dirajut")
            .encode(),
            "content/products/tas-2/sisi.png": (site.root / "content/products/tas-1/sisi.png").read_bytes(),
        },
    )


def test_a_kill_after_an_edit_leaves_the_old_site_or_the_new_one(driver: Driver, tmp_path: Path) -> None:
    change = changes_of_what_is_costly(make_rich_site(tmp_path / "project"))
    site = change.site
    for phase in PHASES[1::2]:
        change.make()
        ended = driver.build(site.root, Fault(1, like=phase))
        struck = ended.operations[-1]
        assert ended.code == -signal.SIGKILL, struck
        assert change.name(site.tree()) in {"old", "new"}, struck
        after = driver.build(site.root)
        assert (after.code, change.name(site.tree())) == (0, "new"), f"{struck}\n{after.said}"
        change.take_back()
        back = driver.build(site.root)
        assert (back.code, change.name(site.tree())) == (0, "old"), f"{struck}\n{back.said}"


class Counted:
    """Counts what builds of this process encode and draw."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.photos = 0
        """Published pictures of photos."""
        self.shares = 0
        patch.setattr("site_builder.media.variants.make_variants", self._encode)
        patch.setattr("site_builder.render.shares.draw_share", self._draw)

    def _encode(self, data: bytes, recipe: Recipe, wanted: Collection[Variant]) -> dict[Variant, bytes]:
        self.photos += len(wanted)
        return make_variants(data, recipe, wanted)

    def _draw(self, setup: RenderSetup, job: ShareJob, photo: bytes | None = None) -> Drawn | Problem:
        self.shares += 1
        return draw_share(setup, job, photo)


def make_site_of_photos(root: Path, count: int) -> LittleSite:
    """Make a tiny site whose one shop shows this many photos more, each in two widths and three formats."""
    site = make_tiny_site(root, with_shares=True)
    for number in range(count):
        site.write(f"content/shops/intako/{number}.jpg", jpeg_with_secrets((600 + number, 450)))
        site.replace("content/shops/intako.md", "[[photos]]", f"![Foto](intako/{number}.jpg)\n\n[[photos]]")
    return site


def costly_files(site: LittleSite) -> tuple[int, int]:
    """Count the pictures of photos and the share pictures that are published."""
    tree = site.tree()
    photos = [path for path in tree if re.match(r"assets/photos/.*\.\w+$", path)]
    return len(photos), len([path for path in tree if path.endswith("share.png")])


def test_the_build_after_a_kill_encodes_only_what_was_not_made_before(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site_of_photos(tmp_path / "project", 9)
    whole = site.build_clean(tmp_path / "clean")
    operations = driver.build(site.root).operations
    photos, shares = costly_files(site)
    assert (photos, shares) == (6 * 9 + 4, 4)
    writes = [
        number for number, told in enumerate(operations, 1) if re.match(r"write .*/assets/photos/", told)
    ]
    assert len(writes) == photos
    done = len(writes) * 4 // 5
    forget_all(site)
    assert driver.build(site.root, Fault(writes[done])).code == -signal.SIGKILL
    counted = Counted(monkeypatch)
    site.build()
    assert (counted.photos, counted.shares) == (photos - done, shares)
    assert difference(site.tree(), whole) == ""


def test_the_build_after_an_interrupt_or_a_fault_makes_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site_of_photos(tmp_path / "project", 2)
    whole = site.build_clean(tmp_path / "clean")
    photos, shares = 6 * 2 + 4, 4
    counted = Counted(monkeypatch)
    text = site.read("templates/product_page.html")
    site.write(
        "templates/product_page.html", text.replace("{% endblock %}", "{{ view.nothing.at }}{% endblock %}")
    )
    for _ in range(2):  # with one page that can't be made, no site is published
        with pytest.raises(ContentRefused):
            site.build()
    assert (counted.photos, counted.shares) == (photos, shares)
    assert not site.output.exists()
    site.write("templates/product_page.html", text)
    site.build()
    assert (counted.photos, counted.shares) == (photos, shares)
    assert difference(site.tree(), whole) == ""


def test_what_was_left_is_believed_only_when_it_is_whole(driver: Driver, tmp_path: Path) -> None:
    site = make_tiny_site(tmp_path / "project")
    whole = site.build_clean(tmp_path / "clean")
    operations = driver.build(site.root).operations
    last = next(at for at, told in enumerate(operations, 1) if re.match(r"write .*/\.sentra-manifest", told))
    mine = tmp_path / "mine"
    mine.mkdir()
    folder = site.root / ".cache/unfinished"
    for damage in ("cut", "changed", "no folder", "link", "others"):
        if folder.is_symlink():
            folder.unlink()
        forget_all(site)
        assert driver.build(site.root, Fault(last)).code == -signal.SIGKILL
        files = sorted(folder.iterdir())
        assert len(files) == 4
        spoil(damage, folder, mine)
        assert driver.build(site.root).code == 0, damage
        assert difference(site.tree(), whole) == "", damage
        assert (folder / "thesis.txt").exists() == (damage in {"others", "link"})
    assert [path.name for path in mine.iterdir()] == ["thesis.txt"]


def spoil(damage: str, folder: Path, mine: Path) -> None:
    (mine / "thesis.txt").write_text("three years of work")
    match damage:
        case "cut" | "changed":
            for path in folder.iterdir():
                data = path.read_bytes()
                path.unlink()
                path.write_bytes(data[:100] if damage == "cut" else data[:-1] + bytes([data[-1] ^ 1]))
        case "no folder" | "link":
            shutil.rmtree(folder)
            if damage == "link":
                folder.symlink_to(mine)
            else:
                folder.write_text("no folder")
        case _:
            (folder / "thesis.txt").write_text("three years of work")
