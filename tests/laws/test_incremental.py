"""A build makes again what an edit shows on, nothing else, and always what a clean build would make."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.problems import ContentRefused
from tests.support.little_site import LittleSite, difference, make_little_site, photo
from tests.support.random_edits import Editor, use_own_renderer

SEEDS = (1, 2, 3)
STEPS = 100
"""For each seed; together the 300 that the promise is tried on."""


@pytest.fixture
def site(tmp_path: Path) -> LittleSite:
    """The little site, built."""
    made = make_little_site(tmp_path / "project")
    made.build()
    return made


def rendered(site: LittleSite) -> set[str]:
    """Build; give what was rendered, after a look that it is what a clean build makes."""
    paths: set[str] = set(site.build().rendered_paths)
    assert difference(site.tree(), site.build_clean(site.root.parent / "clean")) == ""
    return paths


def pages(site: LittleSite) -> set[str]:
    """Name everything that a template makes."""
    return {path for path in site.tree() if path.endswith((".html", "feed.xml"))}


def templates_of(site: LittleSite) -> dict[str, str]:
    """Tell for each page which template made it."""
    return {path: str(site.explain(path)["template"]) for path in sorted(pages(site))}


def users_of(site: LittleSite, name: str) -> set[str]:
    """Name the templates that lead to `name`: found here with a simple search, not with the engine's."""
    texts = {
        path.relative_to(site.root / "templates").as_posix(): path.read_text("utf-8")
        for path in (site.root / "templates").rglob("*")
        if path.suffix in {".html", ".xml"}
    }
    leads = {
        user: set(re.findall(r"""\{%-?\s*(?:include|extends|import|from)\s+["']([^"']+)["']""", text))
        for user, text in texts.items()
    }
    if name == "embeds.html":
        return set(texts)
    users = {name}
    while more := {user for user, used in leads.items() if used & users} - users:
        users |= more
    # Texts with embedded things are put together with `embeds.html` on whatever page they stand.
    return set(texts) if "embeds.html" in users else users


def test_a_second_build_renders_nothing(site: LittleSite) -> None:
    before = site.tree()
    report = site.build()
    assert (report.rendered, report.reused) == (0, report.outputs)
    assert report.outputs == len([path for path in before if not path.endswith("/")]) - 1  # the list itself
    assert site.tree() == before


def test_a_second_build_says_that_it_rendered_nothing(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    first = site.build_json()
    assert (first["rendered"], first["reused"]) == (first["outputs"], 0)
    second = site.build_json()
    assert (second["rendered"], second["reused"]) == (0, first["outputs"])
    text = site.sentra("build").stdout
    assert text.startswith(f"{first['outputs']} files: 0 rendered, {first['outputs']} reused (")
    indonesian = site.sentra("build", environment={"SENTRA_LANG": "id"}).stdout
    assert indonesian.startswith(f"{first['outputs']} berkas: 0 dibuat, {first['outputs']} dipakai lagi (")


def test_warnings_are_told_again_by_a_build_that_renders_nothing(site: LittleSite) -> None:
    site.replace("content/products/koper.md", "nama: Koper\n", "nama: Koper\ndiperiksa: 2019-01-01\n")
    first, second = site.build(), site.build()
    assert second.rendered == 0
    assert [problem.code for problem in first.problems] == ["verified-old"]
    assert second.problems == first.problems


def test_a_products_text_shows_on_its_own_page_only(site: LittleSite) -> None:
    site.replace("content/products/dompet-1.md", "Enam tempat kartu", "Tujuh tempat kartu")
    assert rendered(site) == {"produk/dompet-1/index.html"}
    assert "Tujuh tempat kartu" in site.published("produk/dompet-1/index.html")


def test_a_text_without_translation_shows_in_every_language(site: LittleSite) -> None:
    site.replace("content/products/dompet-2.md", "Dua ruang uang", "Tiga ruang uang")
    assert rendered(site) == {"produk/dompet-2/index.html", "en/products/dompet-2/index.html"}


def test_a_translation_shows_in_its_language_only(site: LittleSite) -> None:
    site.replace("content/products/dompet-1.en.md", "Six card slots", "Seven card slots")
    assert rendered(site) == {"en/products/dompet-1/index.html"}


def test_a_products_name_shows_wherever_its_card_is(site: LittleSite) -> None:
    site.replace("content/products/dompet-1.md", "nama: Dompet Satu", "nama: Dompet Utama")
    with_the_name = {path for path, data in site.tree().items() if b"Dompet Satu" in data}
    assert rendered(site) == with_the_name
    assert with_the_name == {
        "data/finder/products.id.json",  # what the finder of products reads
        "data/products.csv",
        "data/products.json",
        "en/products/dompet-2/index.html",  # its text is in Indonesian, and so are the names in it
        "produk/dompet-1/index.html",
        "produk/dompet-2/index.html",  # its text links there, and it is related
        "produk/dompet-3/index.html",  # related
        "produk/index.html",
        "produk/bahan/kulit/index.html",
        "produk/kategori/dompet/index.html",
        "produk/siap-ekspor/index.html",
        "toko/intako/index.html",
        "ekspor/index.html",
        "pasar/jp/index.html",
        "produk/daftar-dagang/index.html",
        "llms.txt",
    }


def test_a_chart_is_drawn_again_only_when_its_values_change(site: LittleSite) -> None:
    drawn = {path for path in site.tree() if re.match(r"assets/charts/.", path)}
    assert len(drawn) == 4  # two languages, each in two schemes
    site.replace("content/charts/omzet.yaml", "Sebulan.", "Dalam sebulan.")
    assert not {path for path in rendered(site) if path.startswith("assets/charts/")}
    site.replace("content/charts/omzet.yaml", "nilai: 5", "nilai: 4")
    made = {path for path in rendered(site) if path.startswith("assets/charts/")}
    assert len(made) == 4
    assert not made & drawn, "a changed drawing has another address"


def test_explain_names_the_edited_file_as_the_reason(site: LittleSite) -> None:
    path = "content/products/dompet-1.md"
    site.replace(path, "nama: Dompet Satu", "nama: Dompet Utama")
    for out in site.build().rendered_paths:
        facts = site.explain(out)
        assert facts["last_rendered_because"] == path, out
        assert facts["is_current"] is True
    own = json.loads(site.sentra("explain", "produk/dompet-1/", "--format", "json").stdout)
    assert own["output"] == "produk/dompet-1/index.html"
    assert own["source"] == path
    assert own["last_rendered_because"] == path
    assert path in site.sentra("explain", "produk/dompet-1/").stdout


def test_explain_names_the_entries_that_filters_look_through(site: LittleSite) -> None:
    path = "content/products/dompet-1.md"
    site.replace(path, "nama: Dompet Satu", "nama: Dompet Utama")
    site.build()
    facts = site.explain("data/finder/products.id.json")
    assert facts["last_rendered_because"] == path
    assert str(facts["source"]).startswith("content/products/")
    assert path in facts["shows"]  # type: ignore[operator]


def test_explain_tells_what_is_new_and_what_a_new_edit_would_change(site: LittleSite) -> None:
    assert site.explain("produk/dompet-1/")["last_rendered_because"] == "new"
    site.replace("content/products/dompet-1.md", "Enam", "Tujuh")
    assert site.explain("produk/dompet-1/")["is_current"] is False
    assert site.explain("produk/dompet-2/")["is_current"] is True


@pytest.mark.parametrize(
    "name",
    [
        "404.html",
        "story_page.html",
        "embeds.html",
        "base.html",
        "feed.xml",
        "macros/cards.html",
        "macros/parts.html",
    ],
)
def test_a_template_shows_on_the_pages_that_are_made_with_it(site: LittleSite, name: str) -> None:
    users = users_of(site, name)
    made_with = {path for path, template in templates_of(site).items() if template in users}
    assert made_with
    if "offline.html" in users:  # phones fetch the page for places without signal anew
        made_with.add("sw.js")
    path = f"templates/{name}"
    site.write(path, f"{site.read(path)}{{# changed #}}\n")
    assert rendered(site) == made_with
    out = min(made_with)
    assert site.explain(out)["last_rendered_because"] == path


def test_interface_words_show_in_their_language_only(site: LittleSite) -> None:
    english = {path for path in pages(site) if path.startswith("en/")}
    text = site.read("templates/locale/en.po")
    site.write("templates/locale/en.po", f'{text}\nmsgid "A word that no page says"\nmsgstr "Word"\n')
    assert rendered(site) == {*english, "sw.js"}


def test_a_word_of_the_vocabulary_shows_where_it_stands(site: LittleSite) -> None:
    site.replace("content/vocabulary.yaml", "{id: Tunai, en: Cash}", "{id: Uang tunai, en: Cash}")
    assert rendered(site) == {"toko/intako/index.html"}


def test_a_picture_for_all_pages_has_a_new_address_on_all_of_them(site: LittleSite) -> None:
    before = site.tree()
    site.write(
        "assets/img/lines.svg", site.read("assets/img/lines.svg").replace("<svg", "<svg data-new=''", 1)
    )
    made = rendered(site)
    gone = before.keys() - site.tree().keys()
    assert len(gone) == 1
    assert all(re.fullmatch(r"assets/img/lines\.[0-9a-f]{10}\.svg", path) for path in gone)
    # Old addresses say no more than where to go: they show nothing of the site.
    assert {path for path in pages(site) if site.published(path).count("assets/")} <= made
    assert made <= pages(site) | {"sw.js"} | {path for path in made if path.startswith("assets/")}


def test_a_style_has_a_new_address_on_all_pages(site: LittleSite) -> None:
    site.write("assets/css/99-more.css", "/* more */\n")
    made = rendered(site)
    (style,) = (path for path in made if path.startswith("assets/"))
    assert re.fullmatch(r"assets/css/site\.[0-9a-f]{10}\.css", style)
    styled = {path for path in pages(site) if "assets/css/site." in site.published(path)}
    assert len(styled) > 50
    assert all(style in site.published(path) for path in styled)


def test_an_asset_that_no_page_names_is_copied_alone(site: LittleSite) -> None:
    site.write("assets/root/favicon.ico", "first")
    assert rendered(site) == {"favicon.ico"}
    site.write("assets/root/favicon.ico", "other")
    assert rendered(site) == {"favicon.ico"}


def test_a_photo_shows_on_the_pages_that_have_it(site: LittleSite) -> None:
    address = b"assets/photos/shops/intako/"
    with_it = {path for path, data in site.tree().items() if address in data} - {".sentra-manifest"}
    assert {"toko/intako/index.html", "index.html", "data/finder/shops.id.json"} <= with_it
    site.write("content/shops/intako/depan.jpg", photo(shade=200))
    made = rendered(site)
    assert made - with_it == {
        path for path in site.tree() if path.startswith("assets/photos/shops/intako/depan.")
    }
    assert with_it <= made


def test_a_new_time_without_a_new_text_renders_nothing(site: LittleSite) -> None:
    for number, path in enumerate(sorted(site.root.glob("content/**/*.*"))):
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
    assert site.build().rendered == 0
    assert site.build().rendered == 0


def test_a_text_that_keeps_length_and_time_of_a_young_file_is_seen(site: LittleSite) -> None:
    path = site.root / "content/products/dompet-1.md"
    stat = path.stat()
    site.replace("content/products/dompet-1.md", "Enam tempat", "Tiga tempat".replace("Tiga", "Lima"))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert path.stat().st_size == stat.st_size
    assert rendered(site) == {"produk/dompet-1/index.html"}


EDITS: tuple[tuple[str, str, str], ...] = (
    ("products/dompet-1.md", "Enam", "Tujuh"),
    ("products/dompet-1.md", "Dompet Satu", "Dompet Utama"),
    ("products/dompet-1.md", "165.000", "166.000"),
    ("products/dompet-1.md", "warna: [hitam]\n", ""),
    ("products/dompet-1.md", "lebar: 11", "lebar: 12"),
    ("products/dompet-1.md", "siap_ekspor: ya", "siap_ekspor: tidak"),
    ("products/dompet-1.md", "nama: Dompet Satu\n", "nama: Dompet Satu\nringkasan: Muat banyak kartu.\n"),
    ("products/dompet-3.md", "contoh: ya\n", ""),
    ("products/tas-1.md", "teks_alt: Dari sisi", "teks_alt: Dari atas"),
    ("products/tas-1.md", "[kulit, kanvas]", "[kulit]"),
    ("products/koper.md", "135.000", "136.000"),
    ("products/koper.md", "penerbit: Kabar", "penerbit: Warta"),
    ("shops/intako.md", "Buka setiap", "Tutup setiap"),
    ("shops/intako.md", "ringkasan: Satu ruang", "ringkasan: Satu rumah"),
    ("shops/intako.md", "senin-sabtu", "senin-jumat"),
    ("shops/intako.md", "wa: 081234567890", "wa: 081234567891"),
    ("shops/intako.md", "lintang: -7.5", "lintang: -7.6"),
    ("shops/intako.md", "Kedensari", "Kludan"),
    ("shops/intako.md", "Koperasi Intako", "Koperasi Baru"),
    ("shops/intako.md", "id: Bagian depan", "id: Muka"),
    ("shops/intako.md", "layanan: [grosir]\n", ""),
    ("shops/intako.md", "jenis: koperasi", "jenis: grosir"),
    ("visits/sehari.md", "menit: 45", "menit: 40"),
    ("visits/sehari.md", "lama_menit: 120", "lama_menit: 130"),
    ("places/taman.md", "Gratis", "Bayar"),
    ("places/taman.md", "lintang: -7.51", "lintang: -7.52"),
    ("places/taman.md", "nama: Taman", "nama: Kebun"),
    ("events/pekan.md", "2026-05-03", "2026-05-04"),
    ("stories/awal.md", "Dahulu", "Dulu"),
    ("stories/awal.md", "judul: Awal", "judul: Mula"),
    ("stories/baru.en.md", "Today", "Now"),
    ("markets/jp.md", "Label yang", "Tanda yang"),
    ("markets/jp.md", "nama: Jepang", "nama: Nippon"),
    ("figures/kunjungan.yaml", "1200", "1300"),
    ("figures/kunjungan.yaml", "id: Kunjungan", "id: Tamu"),
    ("charts/omzet.yaml", "nilai: 5", "nilai: 6"),
    ("pages/tentang.md", "Tahun", "Masa"),
    ("pages/produk.md", "Pembuka", "Awal"),
    ("vocabulary.yaml", "id: Kulit sapi", "id: Kulit"),
    ("vocabulary.yaml", "id: orang", "id: insan"),
    ("site.yaml", "isi_halaman: 2", "isi_halaman: 3"),
)


def test_an_edit_of_any_field_renders_the_pages_that_it_changes_and_no_other(site: LittleSite) -> None:
    before = site.tree()
    wrong = []
    for name, old, new in EDITS:
        path = f"content/{name}"
        text = site.read(path)
        site.replace(path, old, new)
        made: set[str] = set(site.build().rendered_paths)
        after = site.tree()
        changed = {out for out, data in after.items() if before.get(out) != data and not out.endswith("/")}
        wrong += [f"{name}, {old!r}: {out}" for out in sorted(made ^ (changed - {".sentra-manifest"}))]
        site.write(path, text)
        site.build()
        assert site.tree() == before
    assert wrong == []


def is_gone(site: LittleSite, address: str) -> bool:
    """Whether nothing of an address is left: no page, no line in sitemap or feed, no link."""
    return not any(address.encode() in data for data in site.tree().values()) and not any(
        path.endswith(address.removeprefix("/") + "index.html") for path in site.tree()
    )


def test_a_deleted_entry_disappears_everywhere(site: LittleSite) -> None:
    assert "/produk/dompet-2/" in site.published("sitemap.xml")
    site.remove("content/products/dompet-2.md")
    rendered(site)
    assert is_gone(site, "/produk/dompet-2/")
    assert is_gone(site, "/products/dompet-2/")
    assert not site.is_published("produk/dompet-2")


def test_a_renamed_entry_leaves_its_old_address(site: LittleSite) -> None:
    for ending in (".md", ".en.md"):
        (site.root / f"content/stories/baru{ending}").rename(site.root / f"content/stories/terbaru{ending}")
    site.replace("content/stories/awal.md", "[[story:baru]]", "[[story:terbaru]]")
    assert "/cerita/baru/" in site.published("feed.xml")
    rendered(site)
    assert is_gone(site, "/cerita/baru/")
    assert is_gone(site, "/stories/baru/")
    assert "/cerita/terbaru/" in site.published("sitemap.xml")
    assert "/cerita/terbaru/" in site.published("feed.xml")
    assert "/en/stories/terbaru/" in site.published("en/feed.xml")


def test_an_entry_made_a_draft_disappears_until_it_is_none(site: LittleSite) -> None:
    before = site.tree()
    site.replace("content/stories/awal.md", "judul: Awal", "judul: Awal\ndraf: ya")
    rendered(site)
    assert is_gone(site, "/cerita/awal/")
    assert "Awal" not in site.published("feed.xml")
    site.replace("content/stories/awal.md", "\ndraf: ya", "")
    rendered(site)
    assert site.tree() == before


def test_an_expired_entry_disappears_on_its_day(site: LittleSite) -> None:
    site.replace("content/stories/awal.md", "judul: Awal", "judul: Awal\nberakhir: 2026-03-02")
    rendered(site)
    assert site.is_published("cerita/awal/index.html")
    tomorrow = replace(site.options(), now=site.options().now.replace(day=2))
    site.build(tomorrow)
    assert is_gone(site, "/cerita/awal/")


def test_an_edited_or_deleted_published_file_is_made_again(site: LittleSite) -> None:
    before = site.tree()
    with (site.output / "produk/dompet-1/index.html").open("a") as file:
        file.write("<p>by hand</p>")
    (site.output / "sitemap.xml").unlink()
    assert rendered(site) == {"produk/dompet-1/index.html", "sitemap.xml"}
    assert site.tree() == before
    assert site.explain("sitemap.xml")["last_rendered_because"] == "damaged"


def test_broken_content_leaves_the_published_tree_untouched(site: LittleSite) -> None:
    before = site.tree()
    site.remove("content/shops/intako.md")
    site.replace("content/products/koper.md", "kategori: koper", "kategori: [koper")
    with pytest.raises(ContentRefused) as refused:
        site.build()
    assert len(refused.value.problems) > 1
    assert site.tree() == before
    done = site.sentra("build")
    assert done.returncode == 1
    assert site.tree() == before
    assert not (site.root / ".output.spare").exists() or "Traceback" not in done.stderr


def test_what_was_made_of_a_page_before_it_failed_does_not_stay_when_the_page_goes(site: LittleSite) -> None:
    site.replace("content/stories/baru.md", "Kini", "Sekarang")
    site.build()  # now there are two trees, and both have the page
    template = site.read("templates/product_page.html")
    broken = template.replace("{% endblock %}", "{{ view.no_such_thing.at_all }}{% endblock %}")
    site.write("templates/product_page.html", broken)
    with pytest.raises(ContentRefused):
        site.build()
    site.write("templates/product_page.html", template)
    site.replace("content/site.yaml", "produk: {id: produk,", "produk: {id: barang,")
    site.build()
    assert difference(site.tree(), site.build_clean(site.root.parent / "clean")) == ""


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_random_edits_give_what_a_clean_build_gives(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for flush in ("sync", "fsync"):  # of no use here, and slow
        monkeypatch.setattr(os, flush, lambda *_: None)
    site = make_little_site(tmp_path / "project")
    editor = Editor(site, seed)
    site.build()
    refused = 0
    for step in range(STEPS):
        what = editor.edit()
        before = site.tree()
        clean = tmp_path / "clean"
        try:
            report = site.build()
        except ContentRefused as fault:
            refused += 1
            assert difference(before, site.tree()) == "", f"step {step}: a refused build changed the site"
            with use_own_renderer(step), pytest.raises(ContentRefused) as same:
                site.build_clean(clean)
            assert same.value.problems == fault.problems, f"step {step}: {what}"
            editor.undo()
            continue
        with use_own_renderer(step):
            expected = site.build_clean(clean)
        assert difference(site.tree(), expected) == "", f"step {step}: {what}"
        assert report.outputs == len([path for path in expected if not path.endswith("/")]) - 1
    assert 0 < refused < STEPS // 2
    assert len(editor.kinds_done) == len(editor.kinds)
