"""The style guide: in previews only, out of the way of what editors write, never to be found by others."""

from __future__ import annotations

from msgspec.structs import replace

from site_builder.names import OutPath
from site_builder.plan.style_guide import ADDRESS, Look, read_look
from site_builder.plan.views.pages import RedirectView, StyleGuideView, TextPageView
from tests.unit.plan.plans import entries_of, material_of, pages_of, view_of

LOOK = Look(("ink",), ("bag",))


def test_colours_and_drawings_are_read_from_the_designers_files() -> None:
    tokens = ":root { --ink: #221a14; --paper: #fff; --gap: 1rem } @media print { :root { --ink: #000; } }"
    drawings = '<svg><symbol id="bag" viewBox="0 0 1 1"/><symbol viewBox="0 0 1 1" id="belt"/></svg>'
    assert read_look(tokens, drawings) == Look(("ink", "paper"), ("bag", "belt"))


def test_a_preview_has_a_style_guide_that_no_search_engine_lists() -> None:
    material = material_of(
        entries_of({"shops/a.md": "nama: A\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n"})
    )
    assert OutPath(ADDRESS) not in pages_of(material)
    guide = view_of(pages_of(replace(material, look=LOOK)), ADDRESS, StyleGuideView)
    assert (guide.colours, guide.drawings, len(guide.shops)) == (("ink",), ("bag",), 1)
    assert (guide.head.url, guide.head.is_indexable) == ("/gaya/", False)


def test_a_page_of_the_editors_at_its_address_stays() -> None:
    material = material_of(entries_of({"pages/gaya.md": "judul: Gaya\n"}))
    view = view_of(pages_of(replace(material, look=LOOK)), ADDRESS, TextPageView)
    assert view.entry.meta.name.text == "Gaya"


def test_a_former_address_of_the_editors_in_its_place_stays() -> None:
    material = material_of(entries_of({"pages/a.md": "judul: A\nalias: [/gaya/]\n"}))
    view_of(pages_of(replace(material, look=LOOK)), ADDRESS, RedirectView)
