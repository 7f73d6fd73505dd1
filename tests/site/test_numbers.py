"""Every number on the pages about exports and figures comes from a figure with a source, or says why not."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from tests.support.site import BuiltSite
from tests.support.verdict import expect_none

TEMPLATES = {"exports", "figures", "market_page"}

FROM_FIGURES = {
    "figure": "a figure embedded in a text, linked to its sources",
    "value": "a figure's value",
    "amount": "a value in a chart's table",
    "ledger": "all about a figure, its sources beneath it",
    "index": "the list of figures, each linked to its sources",
    "scope": "figures of one scope, each linked to its sources",
    "legend": "how the marks of a chart are read",
    "provenance": "titles and dates of sources",
    "cards": "products, with the prices and names that their shops give them",
}
"""Classes of parts that templates fill from figures or sources, and what stands in them."""

NO_FIGURES: dict[str, str] = {
    r"3in1": "a name",
    r"(?<!\d)(?:2001/95/EC|2023/988|301/2014|2019/1021|338/97)": "the number of a European law",
    r"19 U\.S\.C\. 1304": "the number of an American law",
    r"QB/T (?:1333|5243)-2018": "the number of a Chinese standard",
    r"(?<!\d)60\s?(?:persen|per cent|％|%)": "a share that the law named in the same sentence sets",
    r"(?:bab|chapter|under|第) ?(?:41|42|64)(?!\d)": "a chapter of the Harmonised System",
    r"(?:(?<!\d)1 kgあたり)?(?<!\d)3\s?(?:mg|毫克)": "a limit of the law named in the same sentence",
    r"(?<!\d)3\s?(?:liter|litres|リットル|升)": "a limit of the standard named in the same sentence",
}
"""Numbers that count nothing here, as patterns, each with the reason why it needs no figure."""

_MONTHS = (
    r"Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
    r"|January|February|March|May|June|July|August|October|December"
)
_DATES = re.compile(
    rf"\b(?:[12]?\d|3[01]) (?:{_MONTHS})\b|(?:19|20)\d\d(?!\d|[.,]\d)|(?<!\d)\d{{1,2}}(?:月|日)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Words(HTMLParser):
    """Collects the words of `<main>`, alternative texts too, that stand in none of the parts above."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: list[str] = []
        self.used: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        parts = set((attributes.get("class") or "").split()) & FROM_FIGURES.keys()
        self.used |= parts
        if self._is_counted():
            self.found.append(attributes.get("alt") or "")
        if tag not in _VOID:
            self.open.append((tag, bool(parts)))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag in {"p", "li", "h1", "h2", "h3", "dt", "dd", "td", "th"}:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if self._is_counted():
            self.found.append(data)

    def _is_counted(self) -> bool:
        tags = [tag for tag, _ in self.open]
        return "main" in tags and not any(is_part for _, is_part in self.open)


def unsourced(html: str) -> list[str]:
    """Give each number without a figure, with the words around it."""
    words = Words()
    words.feed(html)
    text = "".join(words.found)
    for pattern in (*map(re.compile, NO_FIGURES), _DATES):
        text = pattern.sub(lambda found: "·" * len(found[0]), text)
    return [
        text[max(0, found.start() - 30) : found.end() + 20].replace("\n", " ")
        for found in _NUMBER.finditer(text)
    ]


def test_every_number_about_exports_comes_from_a_figure_with_a_source(built_site: BuiltSite) -> None:
    pages = [page for page in built_site.full_pages if page.template in TEMPLATES]
    assert {page.template for page in pages} == TEMPLATES
    assert len({page.lang for page in pages}) > 1
    expect_none(
        f"{page.path}: {number!r}" for page in pages for number in unsourced(built_site.text(page.path))
    )


def test_the_parts_and_reasons_named_here_are_all_needed(built_site: BuiltSite) -> None:
    used: set[str] = set()
    text = ""
    for page in built_site.full_pages:
        if page.template in TEMPLATES:
            words = Words()
            words.feed(built_site.text(page.path))
            used |= words.used
            text += "".join(words.found)
    assert set(FROM_FIGURES) - used == set()
    assert [pattern for pattern in NO_FIGURES if not re.search(pattern, text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Ekspor naik 7 persen.</p>", ["7"]),
        ("<p>On 2 November 2018, 4.16 billion.</p>", ["4.16"]),
        ('<p>Naik <a class="figure" href="/angka/">6,28%</a> pada 2018.</p>', []),
        ('<img alt="Dari 450 menjadi 150">', ["450", "150"]),
        ("<p>2018年1月から9月まで、31億米ドル</p>", ["31"]),
        ('<p class="value">410</p><p>798</p>', ["798"]),
        ("<p>20185 orang, 2018,5 ton</p>", ["20185", "2018,5"]),
        ("<p>bab 42, dan 64 pembeli</p>", ["64"]),
    ],
)
def test_a_number_is_found_wherever_it_stands(text: str, expected: list[str]) -> None:
    around = unsourced(f"<main>{text}</main>")
    assert len(around) == len(expected)
    assert all(number in words for number, words in zip(expected, around, strict=True))
