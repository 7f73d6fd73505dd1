"""Which language a page is shown in where its own is missing, and what says so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace
from msgspec.structs import replace as changed

from site_builder.model.catalog import AnyEntry
from site_builder.model.config import Language
from site_builder.model.localized import Shown
from site_builder.model.values import Quantity
from site_builder.names import Lang, OutPath, UrlPath
from site_builder.plan.tasks import PageTask
from site_builder.plan.views.bodies import Embed, FigureEmbed, LinkEmbed, PhotosEmbed
from site_builder.plan.views.pages import EntryListView, ShopListView, TextPageView
from tests.unit.plan.plans import CONFIG, EN, ID, entries_of, material_of, pages_of, problems_of, view_of
from tests.unit.validate.files import good

JA, ZH = Lang("ja"), Lang("zh")
TWO = replace(
    CONFIG,
    languages=(*CONFIG.languages, Language("ja", "日本語", ("en",)), Language("zh", "中文")),
)
"""Japanese falls back to English, Chinese to the default."""
WORDS = {lang: {"Products": lang, "Shops": lang, "Stories": lang} for lang in (ID, JA, ZH)}
PAGE = "pages/lumpur.md"


def story(name: str, **translations: str) -> AnyEntry:
    return good(f"content/stories/{name}.md", f"judul: {name} (id)\ntanggal: 2020-01-01\n", **translations)


def page(texts: dict[str, str] | None = None, **translations: str) -> dict[OutPath, PageTask]:
    entry = good(f"content/{PAGE}", "judul: Lumpur\nringkasan: Tentang lumpur.\n", **translations)
    return pages_of(material_of([entry], texts, WORDS, TWO))


@pytest.mark.parametrize(
    ("lang", "title", "fallback", "canonical"),
    [
        ("ja", "The mud", EN, "https://example.org/en/lumpur/"),
        ("zh", "Lumpur", ID, "https://example.org/lumpur/"),
    ],
)
def test_a_page_is_shown_in_the_first_language_that_stands_in_for_its_own(
    lang: str, title: str, fallback: Lang, canonical: str
) -> None:
    pages = page(en="judul: The mud\nringkasan: About the mud.\n")
    view = view_of(pages, f"{lang}/lumpur/index.html", TextPageView)
    assert (view.head.title, view.head.fallback_lang, view.head.canonical) == (title, fallback, canonical)
    assert (view.entry.meta.name.lang, view.entry.meta.name.is_fallback) == (fallback, True)
    assert not view.head.is_indexable
    assert view.head.alternates == ()


@pytest.mark.parametrize(
    ("japanese", "text", "notice"),
    [
        ("", "Teks.", EN),
        ("judul: 泥\nringkasan: 泥のこと。\n", "Teks.", None),
        ("judul: 泥\n", "Teks.", EN),
        ("judul: 泥\n", "", EN),
    ],
    ids=["all", "only the text", "summary and text", "only the summary"],
)
def test_a_notice_stands_above_the_title_unless_only_the_text_falls_back(
    japanese: str, text: str, notice: Lang | None
) -> None:
    written = f"---\n{text}\n" if text else ""
    translations = {"en": f"judul: The mud\nringkasan: About.\n{written}", "ja": japanese}
    entry = good(
        f"content/{PAGE}",
        f"judul: Lumpur\nringkasan: Tentang.\n{written}",
        **{lang: fields for lang, fields in translations.items() if fields},
    )
    texts = {PAGE: text, "pages/lumpur.en.md": text} if text else None
    pages = pages_of(material_of([entry], texts, WORDS, TWO))
    head = view_of(pages, "ja/lumpur/index.html", TextPageView).head
    assert (head.fallback_lang, head.notice_lang) == (EN, notice)


@pytest.mark.parametrize(("japanese", "notice"), [("nama: 一\n", None), (None, EN)])
def test_a_list_has_a_notice_where_a_name_on_it_falls_back(japanese: str | None, notice: Lang | None) -> None:
    shop = good(
        "content/shops/a.md",
        "nama: Satu\nringkasan: X.\njenis: toko\nkategori: [tas]\nalamat: Jalan\ndesa: Kludan\n",
        en="nama: One\nringkasan: X.\n",
        **({} if japanese is None else {"ja": japanese}),
    )
    pages = pages_of(material_of([shop], words=WORDS, config=TWO))
    head = view_of(pages, "ja/shops/village/kludan/index.html", ShopListView).head
    assert (head.fallback_lang, head.notice_lang) == (EN, notice)


def test_a_page_that_no_language_of_the_chain_has_is_shown_in_the_default_language() -> None:
    view = view_of(page(), "ja/lumpur/index.html", TextPageView)
    assert (view.head.fallback_lang, view.entry.meta.name.lang) == (ID, ID)


def test_a_translated_page_names_only_its_real_translations() -> None:
    pages = page(en="judul: The mud\nringkasan: About.\n", ja="judul: 泥\nringkasan: 泥のこと。\n")
    view = view_of(pages, "ja/lumpur/index.html", TextPageView)
    assert view.head.fallback_lang is None
    assert [alternate.lang for alternate in view.head.alternates] == ["id", "en", "ja", "x-default"]


def test_the_text_falls_back_with_the_rest_and_links_stay_in_the_language_of_the_reader() -> None:
    texts = {PAGE: "Teks.", "pages/lumpur.en.md": "Text. [Here](/lumpur/#main) [[page:lumpur]]"}
    entry = good(f"content/{PAGE}", "judul: Lumpur\n---\nTeks.\n", en="judul: The mud\n---\nText.\n")
    pages = pages_of(material_of([entry], texts, WORDS, TWO))
    body = view_of(pages, "ja/lumpur/index.html", TextPageView).entry.body
    assert body is not None
    assert (body.lang, body.is_fallback) == (EN, True)
    link = body.embeds[1]
    assert isinstance(link, LinkEmbed)
    assert (link.url, link.name.text, link.name.lang) == ("/ja/lumpur/", "The mud", EN)


def test_a_heading_may_be_named_in_the_language_in_which_the_page_will_be_shown() -> None:
    texts = {
        PAGE: "## Jarak\n\nTeks.",
        "pages/lumpur.en.md": "## Distance\n\nText.",
        "pages/lain.ja.md": "[x](lumpur.md#distance)",
        "pages/lain.zh.md": "[x](lumpur.md#distance)",
    }
    entries = entries_of({PAGE: "judul: Lumpur\n", "pages/lain.md": "judul: Lain\n"})
    told = problems_of(material_of(entries, texts, WORDS, TWO))
    assert [(one.code, one.at.path) for one in told] == [("anchor-missing", "content/pages/lain.zh.md")]


def test_a_list_falls_back_to_the_language_of_what_it_lists() -> None:
    stories = [story("a", en="judul: a (en)\n"), story("b")]
    pages = pages_of(material_of(stories, words=WORDS, config=TWO))
    heads = {lang: view_of(pages, f"{lang}/stories/index.html", EntryListView).head for lang in ("ja", "zh")}
    assert {lang: head.fallback_lang for lang, head in heads.items()} == {"ja": EN, "zh": ID}
    assert heads["ja"].canonical == "https://example.org/en/stories/"


def test_an_address_takes_the_words_of_the_language_that_stands_in() -> None:
    pages = page(en="judul: The mud\nslug: the-mud\nringkasan: About the mud.\n")
    assert {"ja/the-mud/index.html", "en/the-mud/index.html", "zh/lumpur/index.html"} <= set(pages)


def test_what_stands_in_the_text_of_another_language_says_that_it_is_in_that_of_the_page() -> None:
    texts = {PAGE: "Teks.", "pages/lumpur.en.md": "[[page:lumpur]]\n\n[[photos]]"}
    entry = good(
        f"content/{PAGE}", "judul: Lumpur\n---\nTeks.\n", en="judul: The mud\n---\nT.\n", ja="judul: 泥\n"
    )
    pages = pages_of(material_of([entry], texts, WORDS, TWO))
    embeds = {}
    for lang in ("en", "ja"):
        body = view_of(pages, f"{lang}/lumpur/index.html", TextPageView).entry.body
        assert body is not None
        embeds[lang] = body.embeds
    link, photos = embeds["ja"]
    assert isinstance(link, LinkEmbed)
    assert link.name == Shown("The mud", EN)  # of the sentence, though the page has a Japanese name
    assert (photos, embeds["en"][1]) == (
        PhotosEmbed((), lang=JA, is_first=True),
        PhotosEmbed((), is_first=True),
    )


def test_a_figure_amid_a_sentence_speaks_the_language_of_the_sentence() -> None:
    figure = (
        "label: Warga\nnilai: 40.000\nsatuan: jiwa\nperiode: 2006\nlingkup: kabupaten\n"
        "diperdebatkan: [{nilai: 50.000, sumber: Kabar lain}]\nsumber: [{judul: Kabar}]\n"
    )
    entries = [
        good(f"content/{PAGE}", "judul: Lumpur\n---\nT.\n", en="judul: The mud\n---\nT.\n", ja="judul: 泥\n"),
        good("content/figures/warga.yaml", figure),
    ]
    texts = {PAGE: "[[figure:warga]]", "pages/lumpur.en.md": "Over [[figure:warga]] lost their homes."}
    said = {
        ID: {"Figures": "Angka", "(disputed)": "(ada angka lain)"},
        EN: {"(disputed)": "(other figures exist)"},
        JA: {"Figures": "数字", "(disputed)": "（異なる数字あり）"},
    }
    pages = pages_of(material_of(entries, texts, said, replace(TWO, languages=TWO.languages[:3])))
    embeds: list[Embed] = []
    for out in ("lumpur/index.html", "en/lumpur/index.html", "ja/lumpur/index.html"):
        body = view_of(pages, out, TextPageView).entry.body
        assert body is not None
        embeds += body.embeds
    value = Quantity(Decimal(40000))
    own = FigureEmbed(
        UrlPath("/figures/kabupaten/#warga"),
        value,
        "jiwa",
        Shown("jiwa", ID),
        Shown("(ada angka lain)", ID),
        lang=ID,
    )
    english = FigureEmbed(
        UrlPath("/en/figures/regency/#warga"),
        value,
        "jiwa",
        Shown("souls", EN),
        Shown("(other figures exist)", EN),
        lang=EN,
    )
    assert embeds == [own, english, changed(english, url=UrlPath("/ja/figures/regency/#warga"))]
