from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import jinja2
import pytest
from msgspec.structs import replace

from site_builder.names import Lang, SourcePath, UrlPath
from site_builder.plan.routes import chart_anchor
from site_builder.plan.views.pages import BuyersListView, FiguresPageView, ProductPageView, VisitSectionView
from site_builder.render.environment import make_environment
from site_builder.render.po_files import parse_po
from site_builder.text.finish import RESERVED_IDS
from tests.support.made_up import EN, ID, ROOT, body_html, chrome, templates
from tests.support.pages import Page, read_page
from tests.support.views import all_views

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
CASES = [
    pytest.param(lang, number, id=f"{name}-{lang}-{number}")
    for lang in (ID, EN)
    for number, (name, _) in enumerate(all_views(lang))
]
PAGES = [case for case in CASES if not str(case.id).startswith("feed")]
ATOM = "{http://www.w3.org/2005/Atom}"


@lru_cache
def environment(lang: Lang) -> jinja2.Environment:
    path = SourcePath(f"templates/locale/{lang}.po")
    words, problems = parse_po(path, (ROOT / path).read_bytes())
    assert problems == ()
    return make_environment(templates(), lang, words, chrome(lang), body_html)


@lru_cache
def rendered(lang: Lang, number: int) -> tuple[str, str]:
    name, view = list(all_views(lang))[number]
    return name, environment(lang).get_template(name).render(view=view)


def page(lang: Lang, number: int) -> Page:
    name, html = rendered(lang, number)
    return read_page(name, html)


class Nesting(HTMLParser):
    """Notes each tag that closes another element than the one that is open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  only tags matter
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  likewise
        if tag in VOID:
            self.faults.append(f"{self.getpos()}: <{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{self.getpos()}: </{tag}>")


@pytest.mark.parametrize(("lang", "number"), PAGES)
def test_every_element_is_closed_where_it_was_opened(lang: Lang, number: int) -> None:
    _, html = rendered(lang, number)
    nesting = Nesting()
    nesting.feed(html)
    assert nesting.faults == []
    assert nesting.open == []


@pytest.mark.parametrize(("lang", "number"), PAGES)
def test_a_page_has_one_main_heading_one_main_part_and_the_name_of_its_template(
    lang: Lang, number: int
) -> None:
    this = page(lang, number)
    found = [element.tag for element in this.all("h1", "main", "title") if not element.in_svg]
    assert sorted(found) == ["h1", "main", "title"]
    assert this.template == this.path.removesuffix(".html")
    assert this.lang == lang


@pytest.mark.parametrize(("lang", "number"), PAGES)
def test_headings_never_skip_a_rank(lang: Lang, number: int) -> None:
    ranks = [int(element.tag[1]) for element in page(lang, number).all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert ranks[0] == 1
    assert all(later <= former + 1 for former, later in pairwise(ranks))


@pytest.mark.parametrize(("lang", "number"), PAGES)
def test_no_page_has_its_own_script_or_style_or_an_address_that_is_refused(lang: Lang, number: int) -> None:
    this = page(lang, number)
    assert [this.at(element) for element in this.all("style", "iframe")] == []
    assert {element.get("type") for element in this.all("script") if element.get("src")} <= {"module"}
    assert [this.at(element) for element in this.all("script") if not element.get("src")] == []
    assert {element.get("action") for element in this.all("form")} <= {"", "/products/"}
    for element in this.elements:
        assert not {name for name in element.attributes if name == "style" or name.startswith("on")}
        for name in ("href", "src"):
            assert element.get(name) != "about:invalid", this.at(element)
            if name in element.attributes:
                assert element.get(name), this.at(element)


@pytest.mark.parametrize(("lang", "number"), PAGES)
def test_ids_are_unique(lang: Lang, number: int) -> None:
    ids = [element.get("id") for element in page(lang, number).elements if "id" in element.attributes]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize(("lang", "number"), CASES)
def test_nothing_of_python_shows_through(lang: Lang, number: int) -> None:
    name, text = rendered(lang, number)
    assert not re.search(r"\bNone\b|Shown\(|Decimal\(|<b>|%\(|object at", text)
    if name != "feed.xml":  # where HTML stands inside XML, and is escaped a second time
        assert not re.search(r"&amp;(amp|lt|gt|quot|#)", text)


def test_pages_that_are_not_to_be_indexed_say_so() -> None:
    never = {"404.html", "handbook.html", "offline.html", "redirect.html", "search.html", "style_guide.html"}
    for number, (name, _) in enumerate(all_views(ID)):
        if name != "feed.xml":
            this = page(ID, number)
            expected = name in never or "alternate" not in {
                word for link in this.all("link") if link.get("hreflang") for word in link.words("rel")
            }
            assert this.is_noindex == expected, name


def test_texts_that_stand_in_for_a_translation_name_their_language() -> None:
    numbers = {name: number for number, (name, _) in enumerate(all_views(EN))}
    html = rendered(EN, numbers["story_page.html"])[1]
    assert '<h1 lang="id">' in html
    assert '<div class="prose" lang="id">' in html
    shown = page(ID, numbers["404.html"]).elements
    assert [element.tag for element in shown if "lang" in element.attributes] == ["html", "a", "a", "a", "a"]


def test_embedded_things_leave_no_blanks_in_a_sentence() -> None:
    html = rendered(ID, 0)[1]
    assert (
        '<p>Kalimat dengan <a href="/shops/intako/?a=1&amp;b=2">tautan</a>, '
        '<a href="/shops/intako/">Koperasi INTAKO</a> dan angka '
        '<a class="figure" href="/exports/figures/#angka-1">±2.500 orang'
        '<sup role="img" aria-label="(ada angka lain)">≠</sup></a>.</p>'
    ) in html


def test_an_order_names_the_product_and_its_page_in_the_language_of_the_reader() -> None:
    number = next(number for number, (name, _) in enumerate(all_views(EN)) if name == "product_page.html")
    links = [element.get("href") for element in page(EN, number).all("a")]
    assert (
        "https://wa.me/628000000000?text=Hello%2C%20I%20would%20like%20to%20ask%20about%20%E2%80%9C"
        "Dompet%20lipat%20contoh%E2%80%9D%3A%20https%3A%2F%2Fexample.org%2Fx%2F"
    ) in links


def test_the_feed_is_an_atom_feed() -> None:
    name, text = rendered(ID, CASES_OF_FEED)
    assert name == "feed.xml"
    feed = ET.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}id") == "https://example.org/feed.xml"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-01T00:00:00+07:00"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Koperasi Contoh"
    first, second = feed.findall(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}title") == "Dompet <b>\"kulit\"</b> & 'zq'"
    assert (first.findtext(f"{ATOM}content") or "").startswith(
        '<p>Kalimat dengan <a href="https://example.org/shops/intako/?a=1&amp;b=2">'
    )
    assert second.findtext(f"{ATOM}updated") == "2026-02-05T09:00:00+07:00"
    assert second.find(f"{ATOM}content") is None


def test_no_heading_of_an_editor_takes_an_id_of_a_template() -> None:
    given = {id_ for text in templates().values() for id_ in re.findall(r'(?<![\w-])id="([^"]+)"', text)}
    assert {id_ for id_ in given if "{{" not in id_} <= RESERVED_IDS
    assert all("_" in id_.partition("{{")[0] for id_ in given if "{{" in id_ and id_ != "{{ item.id }}")


def test_a_figure_and_a_chart_of_one_name_have_ids_of_their_own() -> None:
    view = next(view for _, view in all_views(EN) if isinstance(view, FiguresPageView) and view.charts)
    figure = view.groups[0].figures[0]
    view = replace(view, charts=(replace(view.charts[0], id=figure.id),))
    shown = read_page("", environment(EN).get_template("figures.html").render(view=view))
    ids = [element.get("id") for element in shown.elements if "id" in element.attributes]
    assert {figure.id, chart_anchor(figure.id)} <= set(ids)
    assert sorted(ids) == sorted(set(ids))


def test_the_browser_around_a_page_has_the_colours_of_its_paper() -> None:
    number = next(number for number, (name, _) in enumerate(all_views(EN)) if name == "visit.html")
    shown = [e.get("content") for e in page(EN, number).all("meta") if e.get("name") == "theme-color"]
    assert shown == [*chrome(EN).papers]


def test_the_map_counts_the_dots_that_it_shows() -> None:
    number = next(number for number, (name, _) in enumerate(all_views(EN)) if name == "visit.html")
    view = list(all_views(EN))[number][1]
    assert isinstance(view, VisitSectionView)
    assert view.map is not None
    far_and_twice = (*view.map.dots, view.map.dots[0], (-8.5, 113.9))
    shown = replace(view, map=replace(view.map, dots=far_and_twice))
    html = environment(EN).get_template("visit.html").render(view=shown)
    assert "3 more shops are small dots." in html


@pytest.mark.parametrize(
    ("langs", "lang", "offered", "chosen"),
    [
        (["id", "en-GB", "ja"], "ja", ["id", "en-GB"], "en-GB"),
        (["id", "en-GB", "ja"], "en-GB", ["id", "en-GB"], "en-GB"),
        (["id", "en", "en-GB"], "en-GB", ["id", "en", "en-GB"], "en-GB"),
        (["id", "ja"], "ja", ["id"], "id"),
        (["ja", "zh"], "zh", ["zh"], "zh"),
    ],
)
def test_an_enquiry_can_be_written_whatever_the_languages_of_the_site(
    langs: list[str], lang: str, offered: list[str], chosen: str
) -> None:
    view = next(view for name, view in all_views(EN) if name == "buyers_list.html")
    assert isinstance(view, BuyersListView)
    urls = {Lang(one): UrlPath(f"/data/{one}.json") for one in langs}
    view = replace(view, head=replace(view.head, lang=Lang(lang)), data_urls=urls)
    shown = read_page("", environment(EN).get_template("buyers_list.html").render(view=view))
    radios = [element for element in shown.all("input") if element.get("name") == "language"]
    assert [radio.get("value") for radio in radios] == offered
    assert [radio.get("value") for radio in radios if "checked" in radio.attributes] == [chosen]
    letters = {element.get("id"): element for element in shown.all("template")}
    for one in offered:
        letter = letters[f"enquiry_{one}"]
        assert letter.get("data-url") == f"/data/{one}.json"
        assert letter.get("lang") == ("id" if one == "id" else "en")
        assert "{shop}" in letter.get("data-hello")


CASES_OF_FEED = [name for name, _ in all_views(ID)].index("feed.xml")


def test_every_template_is_tried() -> None:
    parts = {"base.html", "embeds.html", "sheet.html"}
    named = {name for name in templates() if not name.startswith("macros/")} - parts
    assert {name for name, _ in all_views(ID)} == named


def test_how_a_page_begins_stands_in_one_place() -> None:
    """The policy above all; a former address is no page of its own."""
    texts = {name: text for name, text in templates().items() if name != "redirect.html"}
    assert [name for name in texts if "Content-Security-Policy" in texts[name]] == ["macros/frame.html"]


def test_what_stands_in_for_a_page_is_laid_out_in_one_place() -> None:
    named = {name for name, text in templates().items() if 'class="ways"' in text}
    assert named == {"macros/frame.html", "style_guide.html"}


def html_of(name: str, lang: Lang = EN) -> str:
    return rendered(lang, next(at for at, (one, _) in enumerate(all_views(lang)) if one == name))[1]


def test_amounts_of_a_product_say_of_what() -> None:
    assert "<dd>1,000 × " in html_of("product_page.html")
    (view,) = [view for _, view in all_views(EN) if isinstance(view, ProductPageView)][:1]
    facts = replace(view.entry.facts, unit=None, moq=1, capacity_per_month=300)
    view = replace(view, entry=replace(view.entry, facts=facts))
    html = environment(EN).get_template("product_page.html").render(view=view)
    assert "<dd>1 piece</dd>" in html
    assert "<dd>300 pieces</dd>" in html


def test_a_place_opens_in_a_map_app_and_the_sheet_to_print_tells_addresses() -> None:
    opening = r'<dd><p class="actions">\s*<a class="button quiet" href="geo:'
    assert re.search(opening, html_of("place_page.html"))
    assert "(Jalan Kludan 1)</span>" in html_of("map.html")
    assert "(Jalan Kludan 1)" not in html_of("visit.html")
