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
from site_builder.plan.palette import read_palette
from site_builder.plan.views.shares import SharePicture
from site_builder.problems import Problem
from site_builder.render.pages import RenderSetup
from site_builder.render.share_drawing import (
    HORIZON,
    PHOTO_HORIZON,
    SIZE,
    SQUARE,
    Studio,
    photo_box,
    share_svg,
)
from site_builder.render.shares import ShareJob, draw_share, make_shares
from tests.support.made_up import NASTY, ROOT, templates
from tests.support.pictures import rgb_at
from tests.unit.plan.test_palette import contrast

COLOURS = read_palette((ROOT / "assets/css/10-tokens.css").read_text("utf-8")).shares
PAPER = (251, 246, 238)
WORDS_AT, DRAWN_AT = (SQUARE[0], HORIZON + 24, SQUARE[1], 550), (0, 0, 1200, HORIZON)
MOST_BYTES = 60_000

TAS = SharePicture(
    lang=Lang("id"),
    site_name="Tanggulangin",
    kicker="Tas wanita",
    title="Tas jinjing kulit",
    fact="Rp250.000",
    drawing_kind="tas-wanita",
    drawing_id=EntryId("tas-jinjing"),
    colours=COLOURS,
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
    "default": replace(
        TAS, site_name="", kicker="", title="Tanggulangin", fact="Kampung tas dan koper di Sidoarjo"
    ),
    "bare": replace(TAS, kicker="", fact="", site_name=""),
}


@cache
def setup() -> RenderSetup:
    sprite = (ROOT / "assets/img/lines.svg").read_text("utf-8")
    own = {"share.svg": (ROOT / "templates/share.svg").read_text("utf-8")}
    return RenderSetup(Digest("d"), templates() | own, {}, {}, drawings=sprite)


@cache
def studio() -> Studio:
    return Studio(setup().templates, setup().drawings)


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
    assert ink(data, DRAWN_AT) > 2_000


def panel_of(name: str) -> tuple[int, int, int, int]:
    """Give the place of the title and the fact, from edge to edge."""
    return (0, (PHOTO_HORIZON if PICTURES[name].photo else HORIZON) + 26, 1200, 545)


@pytest.mark.parametrize("name", PICTURES)
def test_all_words_are_within_the_square_that_some_cut_it_to(name: str) -> None:
    """Left and right of it the paper is bare but for the seam and the line."""
    whole = image(drawn(name))
    for left, right in ((0, SQUARE[0]), (SQUARE[1], 1200)):
        side = whole.crop((left, panel_of(name)[1], right, 545))
        assert side.getcolors() == [(side.width * side.height, PAPER)], (left, right)
    edge = whole.crop((0, 615, 1200, 630))
    assert edge.getcolors() == [(edge.width * edge.height, PAPER)]


@pytest.mark.parametrize("name", PICTURES)
def test_title_and_fact_keep_clear_of_the_line_above_and_the_seam_below(name: str) -> None:
    whole = image(drawn(name))
    for top, bottom in ((HORIZON + 24, HORIZON + 28), (545, 550)):
        row = whole.crop((*SQUARE[:1], top, SQUARE[1], bottom))
        assert row.getcolors() == [(row.width * row.height, PAPER)], (top, bottom)


@pytest.mark.parametrize("name", ["id", "en", "ja", "zh"])
def test_words_are_read_at_the_size_of_a_thumbnail(name: str) -> None:
    """At 300 px the title still has strokes that are nearly as dark as it is."""
    small = image(drawn(name)).resize((300, 158), Image.Resampling.LANCZOS).convert("L")
    words = small.crop((72, 80, 228, 136))
    assert sum(words.histogram()[:90]) > 100


def test_the_grounds_keep_their_colour_to_the_last_bit() -> None:
    whole = image(drawn("id"))
    assert whole.getpixel((5, 500)) == PAPER
    assert whole.getpixel((1190, 5)) == (0xF3, 0xE4, 0xCC)


def test_the_colours_are_those_of_the_stylesheet_and_none_stands_in_the_template() -> None:
    assert "#" not in re.sub(
        r"\{#.*?#\}", "", (ROOT / "templates/share.svg").read_text("utf-8"), flags=re.DOTALL
    )
    red = share_svg(studio(), replace(TAS, colours=replace(COLOURS, thread="#fe0001")))
    assert "#fe0001" in red
    assert COLOURS.thread not in red


def test_what_is_written_can_be_read_on_its_ground() -> None:
    for words in (COLOURS.ink, COLOURS.soft, COLOURS.thread):
        assert contrast(words, COLOURS.paper) >= 4.5
    for wash in (COLOURS.wash, COLOURS.wash_red, COLOURS.wash_blue, COLOURS.wash_ink):
        assert contrast(COLOURS.tan, wash) >= 3


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_in_the_drawing_asks_for_a_font_or_a_file(name: str) -> None:
    svg = share_svg(studio(), PICTURES[name])
    assert not re.search(r"<(?:text|image|use|style|script|foreignObject)|href|font", svg)
    assert "url(" not in svg


def test_a_text_that_no_face_can_write_is_left_out_and_the_rest_stays() -> None:
    svg = share_svg(studio(), replace(TAS, title="Tas ก"))
    plain = share_svg(studio(), TAS)
    assert 0 < svg.count("<path") < plain.count("<path")


def test_a_picture_without_words_has_its_drawing_and_an_empty_side() -> None:
    made = draw_share(setup(), job(replace(TAS, site_name="", kicker="", title="", fact="")))
    assert not isinstance(made, Problem)
    assert ink(made[1], WORDS_AT) == 0
    assert ink(made[1], DRAWN_AT) > 2_000


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
    above, below = (whole.getpixel((600, y)) for y in (60, PHOTO_HORIZON - 30))
    assert isinstance(above, tuple)
    assert isinstance(below, tuple)
    assert (above[0] > 150) == is_red_above
    assert (below[2] > 150) == is_red_above
    assert abs(rgb_at(whole, (5, 500))[0] - PAPER[0]) < 4


@pytest.mark.parametrize("title", ["Tas", "Tas jinjing kulit sapi asli " * 9, "手提包"])
def test_under_a_photo_the_words_keep_clear_of_it_and_of_the_seam(title: str) -> None:
    made = draw_share(
        setup(), job(replace(TAS, lang=Lang("zh"), title=title, photo="/a.jpg")), photo((90, 70))
    )
    assert not isinstance(made, Problem)
    for top, bottom in ((PHOTO_HORIZON + 5, PHOTO_HORIZON + 10), (545, 550)):
        row = image(made[1]).crop((*SQUARE[:1], top, SQUARE[1], bottom))
        assert len(row.getcolors() or ()) == 1, (top, bottom)


@pytest.mark.parametrize("size", [(900, 600), (600, 900), (3000, 300), (10, 10), (1, 4000)])
def test_a_photo_stands_whole_on_the_line_within_the_square(size: tuple[int, int]) -> None:
    left, top, right, bottom = photo_box(size)
    assert SQUARE[0] <= left < right <= SQUARE[1]
    assert 0 < top < bottom < PHOTO_HORIZON
    assert abs(left + right - SIZE[0]) <= 1
    if size == (900, 600):
        assert (right - left) / (bottom - top) == pytest.approx(1.5, abs=0.01)


def test_what_is_cut_out_stands_on_the_ground_itself_and_a_photo_on_paper() -> None:
    cut = io.BytesIO()
    Image.new("RGBA", (90, 60), (0, 0, 0, 0)).save(cut, "PNG")
    for data, is_on_paper in ((cut.getvalue(), False), (photo((90, 60)), True)):
        made = draw_share(setup(), job(replace(TAS, photo="/a")), data)
        assert not isinstance(made, Problem)
        left, top, *_ = photo_box((90, 60))
        red, green, blue = rgb_at(image(made[1]), (left + 50, top - 4))
        assert (abs(red - PAPER[0]) + abs(green - PAPER[1]) + abs(blue - PAPER[2]) < 6) == is_on_paper


def test_a_fault_of_the_template_names_its_line() -> None:
    broken = setup().templates | {"share.svg": "<svg>\n{{ view.nothing }}\n</svg>"}
    fault = draw_share(RenderSetup(Digest("e"), broken, {}, {}), job(TAS))
    assert isinstance(fault, Problem)
    assert (fault.code, fault.at.path, fault.at.line) == ("template-fault", "templates/share.svg", 2)
