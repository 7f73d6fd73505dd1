"""What an odd but right site becomes: signs stay signs, lists are as long as needed, what goes is gone."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.support.cases import BASE, build, lay_out, tree_of, untouched
from tests.support.programs import ROOT

SIGNS = (
    """Tas "besar" 'kecil' <b onclick=alert(1)> & &amp; </title><script>alert(2)</script> """
    """{{ 7*7 }} `x` \\ ${a} é"""
)
"""What would break out of an attribute, an element, a script or a template."""
PHOTO = (BASE / "content/shops/maju/depan.png").read_bytes()


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


class Reader(HTMLParser):
    """Collects what a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        (self.scripts if self._open[-1:] == ["script"] else self.texts).append(data)


def read(path: Path) -> Reader:
    reader = Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


@pytest.fixture(scope="module")
def signs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base site under the real templates, with odd signs in every text, published."""
    folder = tmp_path_factory.mktemp("signs")
    text = quoted(SIGNS)
    both = f"{{id: {text}, en: {text}}}"
    site = lay_out(
        folder / "site",
        files={
            "content/shops/maju.md": f"---\nnama: {text}\njenis: toko\nkategori: [tas]\nalamat: {text}\n"
            f"desa: {text}\nringkasan: {both}\nanggota: {text}\nwa: 081234567890\n"
            f"foto: [{{berkas: maju/depan.png, teks_alt: {both}, kredit: {text}}}]\n"
            f"sumber: [{{judul: {text}, penerbit: {text}, catatan: {text}}}]\n---\n",
            "content/products/koper.md": f"---\nnama: {both}\nringkasan: {both}\nkategori: koper\n"
            f"toko: maju\nbahan: [kulit-sapi]\nharga: 250.000\nsatuan: {both}\nalias: [/lama/]\n---\n",
            "content/stories/awal.md": f"---\njudul: {both}\nringkasan: {both}\ntanggal: 2026-01-05\n"
            f"penulis: {text}\ntag: [sejarah]\n---\n\nTas \\<b\\> & "
            '[x](https://contoh.id/?a=1&copy=2 "a\'b")\n',
            "content/vocabulary.yaml": (BASE / "content/vocabulary.yaml")
            .read_text("utf-8")
            .replace("{id: Koper, en: Suitcases}", both)
            .replace("{id: Sejarah, en: History}", both),
            "content/site.yaml": (BASE / "content/site.yaml")
            .read_text("utf-8")
            .replace("{id: Sentra Kecil, en: Little Cluster}", both),
        },
    )
    for name in ("templates", "assets"):
        shutil.rmtree(site / name, ignore_errors=True)
        shutil.copytree(ROOT / name, site / name)
    ran = build(site, folder / "output")
    assert ran.code == 0, ran.err
    return folder / "output"


def pages_of(output: Path) -> Iterator[Path]:
    return (path for path in sorted(output.rglob("*.html")) if path.is_file())


def test_no_page_has_an_element_or_a_handler_that_a_text_brought(signs: Path) -> None:
    for path in pages_of(signs):
        page = read(path)
        assert not [name for _, name, _ in page.attributes if name.startswith("on")], path
        assert "alert(2)" not in "".join(page.scripts) or all(
            json.loads(script) for script in page.scripts if script.strip()
        ), path


def test_a_text_is_on_the_page_sign_by_sign(signs: Path) -> None:
    for path in ("toko/maju/index.html", "produk/koper/index.html", "cerita/awal/index.html"):
        page = read(signs / path)
        assert any(SIGNS in text for text in page.texts), path
        values = [value for _, name, value in page.attributes if name == "content"]
        assert any(SIGNS in value for value in values), path


def test_alternative_texts_are_the_texts_that_were_written(signs: Path) -> None:
    page = read(signs / "toko/maju/index.html")
    assert ("img", "alt", SIGNS) in page.attributes


def test_data_for_search_engines_can_be_read_back(signs: Path) -> None:
    for path in pages_of(signs):
        for script in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', path.read_text("utf-8"), re.S
        ):
            assert json.loads(html.unescape(script) if "&quot;" in script else script)


def test_feed_and_sitemap_are_well_formed_and_hold_the_texts(signs: Path) -> None:
    feed = ET.fromstring((signs / "feed.xml").read_text("utf-8"))
    titles = [element.text for element in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert SIGNS in titles
    ET.fromstring((signs / "sitemap.xml").read_text("utf-8"))


@pytest.mark.parametrize(("products", "pages"), [(0, 1), (1, 1), (4, 1), (5, 2), (8, 2), (9, 3)])
def test_a_list_has_as_many_pages_as_it_needs(products: int, pages: int, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"content/products/tas-{number}.md": "---\nnama: {id: Tas, en: Bag}\nkategori: tas\ntoko: maju\n"
        "bahan: [kanvas]\n---\n"
        for number in range(products)
    }
    config = (BASE / "content/site.yaml").read_text("utf-8")
    files["content/site.yaml"] = f"{config}isi_halaman: 4\n"
    site = lay_out(tmp_path / "site", files=files)
    (site / "content/products/koper.md").unlink()
    ran = build(site, tmp_path / "output")
    assert (ran.code, ran.err) == (0, "")
    made = {path.parent.name for path in (tmp_path / "output/produk/halaman").glob("*/index.html")}
    assert made == {str(number) for number in range(2, pages + 1)}
    assert (tmp_path / "output/produk/index.html").is_file()


def mentions(output: Path, word: str) -> list[str]:
    """Name the files of the site in whose name or text `word` is."""
    return [
        path.relative_to(output).as_posix()
        for path in sorted(output.rglob("*"))
        if path.is_file()
        and path.name != ".sentra-manifest"
        and (word in str(path.relative_to(output)) or word in path.read_bytes().decode("utf-8", "replace"))
    ]


@pytest.mark.parametrize("way", ["deleted", "renamed", "draft", "expired", "future"])
def test_what_is_taken_away_is_gone_from_pages_sitemap_and_feed(way: str, tmp_path: Path) -> None:
    names = "judul: {id: Kabar unikorn, en: News of the unikorn}\nalias: [/unikorn-lama/]\n"
    text = f"---\n{names}tanggal: 2026-02-02\n---\n"
    site = lay_out(tmp_path / "site", files={"content/stories/unikorn.md": text})
    shutil.copy(ROOT / "templates/feed.xml", site / "templates/feed.xml")
    output, file = tmp_path / "output", site / "content/stories/unikorn.md"
    assert build(site, output).code == 0
    assert {"cerita/unikorn/index.html", "sitemap.xml", "feed.xml", "_redirects"} <= set(
        mentions(output, "unikorn")
    )
    match way:
        case "deleted":
            file.unlink()
        case "renamed":
            file.rename(file.with_name("kuda.md"))
            file.with_name("kuda.md").write_text(text.replace("unikorn", "kuda"))
        case "draft":
            file.write_text(text.replace("tanggal", "draf: ya\ntanggal"))
        case "expired":
            file.write_text(text.replace("tanggal", "berakhir: 2026-11-01\ntanggal"))
        case _:
            file.write_text(text.replace("tanggal", "terbit: 2026-11-02\ntanggal"))
    ran = build(site, output)
    assert (ran.code, ran.err) == (0, "")
    assert mentions(output, "unikorn") == []


def test_a_faulty_edit_leaves_the_published_site_as_it_was_and_the_next_right_one_goes_out(
    tmp_path: Path,
) -> None:
    site, output = lay_out(tmp_path / "site"), tmp_path / "output"
    build(site, output)
    file = site / "content/products/koper.md"
    good = file.read_text("utf-8")
    for bad in ("", "---\n", good.replace("250.000", "250rb"), good.replace("maju", "mju"), "\0"):
        file.write_text(bad, "utf-8")
        with untouched(output):
            assert build(site, output).code == 1
    file.write_text(good, "utf-8")
    before = tree_of(output)
    assert build(site, output).code == 0
    assert tree_of(output) == before
