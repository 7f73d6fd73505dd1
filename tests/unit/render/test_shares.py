"""Share pictures: their size, their weight, their words, their photo."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest
from msgspec.structs import replace
from PIL import Image

from site_builder.crew import Crew
from site_builder.names import Digest, EntryId, Lang, OutPath, SourcePath
from site_builder.plan.views.shares import SharePicture
from site_builder.problems import Problem
from site_builder.render.pages import RenderSetup
from site_builder.render.shares import PHOTO_BOX, SIZE, ShareJob, draw_share, make_shares, share_svg
from tests.support.made_up import NASTY, ROOT, templates

PAPER, STITCHES = (251, 246, 238), (60, 560, 764, 600)
WORDS_AT, PANEL = (60, 110, 764, 560), (764, 0, 1200, 630)
MOST_BYTES = 60_000

TAS = SharePicture(
    lang=Lang("id"),
    site_name="Tanggulangin",
    kicker="Tas wanita",
    title="Tas jinjing kulit",
    fact="Rp250.000",
    drawing_kind="tas-wanita",
    drawing_id=EntryId("tas-jinjing"),
    photo="",
)
PICTURES = {
    "id": TAS,
    "en": replace(TAS, lang=Lang("en"), title="Leather tote", kicker="Bags", fact="2 hours 30 minutes"),
    "ja": replace(TAS, lang=Lang("ja"), title="革のトートバッグ", kicker="かばん", fact="要問合せ"),
    "zh": replace(TAS, lang=Lang("zh"), title="真皮手提包", kicker="女包", fact="250,000印尼盾"),
    "long": replace(
        TAS, title="Tas jinjing kulit sapi asli " * 20, fact="Rp1.250.000.000 " * 9, kicker="W" * 90
    ),
    "nasty": replace(TAS, title=NASTY, kicker="<path d='M0 0'/>", fact="]]>&amp;"),
    "bare": replace(TAS, kicker="", fact="", site_name=""),
}


@cache
def setup() -> RenderSetup:
    sprite = (ROOT / "assets/img/lines.svg").read_text("utf-8")
    own = {"share.svg": (ROOT / "templates/share.svg").read_text("utf-8")}
    return RenderSetup(Digest("d"), templates() | own, {}, {}, drawings=sprite)


@cache
def drawn(name: str) -> bytes:
    made = draw_share(setup(), job(PICTURES[name]))
    assert not isinstance(made, Problem)
    return made[1]


def job(picture: SharePicture) -> ShareJob:
    return ShareJob(OutPath("share.png"), SourcePath("content/a.md"), picture)


def image(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def ink(data: bytes, box: tuple[int, int, int, int]) -> int:
    """Count the pixels of a part that are not of its ground."""
    part = image(data).crop(box)
    counts = sorted((count for count, _ in part.getcolors(1 << 20) or ()), reverse=True)
    return sum(counts[1:])


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_its_size_few_bytes_and_something_on_either_side(name: str) -> None:
    data = drawn(name)
    assert data.startswith(b"\x89PNG")
    assert image(data).size == SIZE
    assert len(data) <= MOST_BYTES
    assert ink(data, WORDS_AT) > 2_000
    assert ink(data, PANEL) > 2_000


@pytest.mark.parametrize("name", PICTURES)
def test_no_word_leaves_its_place(name: str) -> None:
    """The margins and the gap before the panel stay of the colour of the paper."""
    whole = image(drawn(name))
    for box in ((0, 0, 60, 630), (725, 0, 764, 630), (60, 0, 764, 40), (60, 600, 764, 630)):
        assert whole.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), PAPER)], box


@pytest.mark.parametrize("name", ["id", "en", "ja", "zh"])
def test_words_are_read_at_the_size_of_a_thumbnail(name: str) -> None:
    """At 300 px the title still has strokes that are nearly as dark as it is."""
    small = image(drawn(name)).resize((300, 158), Image.Resampling.LANCZOS).convert("L")
    words = small.crop((15, 30, 190, 140))
    assert sum(words.histogram()[:90]) > 100


def test_the_grounds_keep_their_colour_to_the_last_bit() -> None:
    whole = image(drawn("id"))
    assert whole.getpixel((5, 5)) == PAPER
    assert whole.getpixel((1190, 5)) == (0xF3, 0xE4, 0xCC)


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_in_the_drawing_asks_for_a_font_or_a_file(name: str) -> None:
    svg = share_svg(setup(), PICTURES[name])
    assert not re.search(r"<(?:text|image|use|style|script|foreignObject)|href|font", svg)
    assert set(re.findall(r"url\(([^)]*)\)", svg)) <= {"#panel"}


def test_a_text_that_no_face_can_write_is_left_out_and_the_rest_stays() -> None:
    svg = share_svg(setup(), replace(TAS, title="Tas ก"))
    plain = share_svg(setup(), TAS)
    assert 0 < svg.count("<path") < plain.count("<path")


def test_a_picture_without_words_has_its_drawing_and_an_empty_side() -> None:
    made = draw_share(setup(), job(replace(TAS, site_name="", kicker="", title="", fact="")))
    assert not isinstance(made, Problem)
    assert ink(made[1], WORDS_AT) == 0
    assert ink(made[1], PANEL) > 2_000


def test_the_same_picture_has_the_same_bytes_alone_and_among_others() -> None:
    names = ("zh", "id", "ja")
    among = list(make_shares([job(PICTURES[name]) for name in names], setup(), Crew(1)))
    assert [one if isinstance(one, Problem) else one[1] for one in among] == [drawn(name) for name in names]


def photo(size: tuple[int, int], turned: int = 1) -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = turned
    upper = Image.new("RGB", size, (200, 30, 30))
    upper.paste((30, 30, 200), (0, size[1] // 2, size[0], size[1]))
    upper.save(out, "JPEG", exif=exif, quality=95)
    return out.getvalue()


@pytest.mark.parametrize(("turned", "is_red_above"), [(1, True), (3, False)])
def test_a_photo_fills_the_panel_upright_in_place_of_the_drawing(turned: int, is_red_above: bool) -> None:
    made = draw_share(setup(), job(replace(TAS, photo="/a.jpg")), photo((900, 700), turned))
    assert not isinstance(made, Problem)
    whole = image(made[1])
    middle = (PHOTO_BOX[0] + PHOTO_BOX[2]) // 2
    above, below = (whole.getpixel((middle, y)) for y in (80, 550))
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert (above[0] > 150) == is_red_above
    assert (below[2] > 150) == is_red_above
    assert whole.getpixel((5, 5)) == PAPER or abs(whole.getpixel((5, 5))[0] - PAPER[0]) < 4  # type: ignore[index]


def test_a_fault_of_the_template_names_its_line() -> None:
    broken = setup().templates | {"share.svg": "<svg>\n{{ view.nothing }}\n</svg>"}
    fault = draw_share(RenderSetup(Digest("e"), broken, {}, {}), job(TAS))
    assert isinstance(fault, Problem)
    assert (fault.code, fault.at.path, fault.at.line) == ("template-fault", "templates/share.svg", 2)
