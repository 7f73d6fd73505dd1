"""More than a hundred faults of all kinds in one site: each is told, once, exactly where it stands.

The table was counted by hand in the files of `sixty_faults/site`; it does not come from what Sentra said.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.support.cases import CASES, build, lay_out, sentra, tree_of

CASE = CASES / "sixty_faults"

# Path below content/, line, column, what stands there (nothing: the file as a whole), code.
FAULTS = [
    ("charts/hilang.yaml", 4, 23, "tidak-ada]", "reference-missing"),
    ("charts/salah.yaml", 2, 8, "kue", "choice-unknown"),
    ("charts/salah.yaml", 4, 23, "perajin-2081", "reference-missing"),
    ("charts/salah.yaml", 6, 5, "{label: {id", "chart-row"),
    ("events/mundur.md", 4, 10, "2026-05-01", "event-ends-early"),
    ("figures/salah-hitung.yaml", 6, 14, "perajin-2018 + 8", "figure-unequal"),
    ("figures/salah-nama.yaml", 6, 14, "perajin-2108 + 8", "figure-unknown"),
    ("figures/salah-nama.yaml", 8, 13, "banyak", "field-type"),
    ("figures/tanpa-sumber.yaml", 1, 1, "label:", "figure-unsourced"),
    ("figures/tanpa-sumber.yaml", 2, 8, "1,250", "field-type"),
    ("figures/tanpa-sumber.yaml", 3, 9, "orag", "term-unknown"),
    ("figures/tanpa-sumber.yaml", 5, 10, "desa", "choice-unknown"),
    ("markets/norwegia.md", 3, 9, "Norwegia", "field-type"),
    ("pages/satu.md", 3, 7, "tentang", "out-collision"),
    ("pages/satu.md", 4, 9, "/produk/]", "out-collision"),
    ("pages/satu.md", 7, 1, "[[shop:maju", "shortcode-unclosed"),
    ("pages/satu.md", 9, 1, "[x](//jahat", "link-unsafe"),
    ("pages/satu.md", 9, 24, "[y](javascript", "link-unsafe"),
    ("pages/satu.md", 9, 49, "[z](/tidak", "link-missing"),
    ("pages/satu.md", 9, 66, "[w](www", "link-form"),
    ("pages/satu.md", 11, 1, "![peta]", "photo-remote"),
    ("places/tempat.md", 2, 7, "!Tempat", "yaml-tag"),
    ("places/tempat.md", 3, 15, "7°", "field-type"),
    ("products/Tas Baru.md", 1, 1, "", "id-form"),
    ("products/buka.md", 1, 1, "nama:", "front-matter-open"),
    ("products/harga.md", 3, 7, "mju", "reference-missing"),
    ("products/harga.md", 4, 11, "tass", "term-unknown"),
    ("products/harga.md", 5, 17, "Kulit Sapi", "term-unknown"),
    ("products/harga.md", 6, 8, "Rp 250rb", "field-type"),
    ("products/harga.md", 7, 1, "harga: 300.000", "field-twice"),
    ("products/harga.md", 8, 20, "30 cm", "field-type"),
    ("products/harga.md", 8, 39, "lebarr", "field-unknown"),
    ("products/harga.md", 9, 10, "-5", "field-type"),
    ("products/harga.md", 10, 18, "selusin", "field-type"),
    ("products/harga.md", 11, 10, "tas", "field-type"),
    ("products/harga.md", 13, 27, "2026-13-01", "field-type"),
    ("products/harga.md", 14, 5, "{nomor", "field-missing"),
    ("products/harga.md", 15, 14, "nanti", "field-type"),
    ("products/judul.en.md", 3, 1, "material:", "field-unknown"),
    ("products/judul.md", 2, 10, ": kulit", "yaml-colon"),
    ("products/judul.md", 7, 7, "[[chart", "shortcode-placement"),
    ("products/kosong.md", 1, 1, "", "file-empty"),
    ("products/kutip.md", 5, 17, "'murah", "yaml-quote"),
    ("products/latin.md", 3, 19, "é", "file-encoding"),
    ("products/lengkung.md", 3, 11, "“tas”", "term-unknown"),
    ("products/lengkung.md", 5, 32, "' '", "text-blank"),
    ("products/lengkung.md", 6, 1, "url:", "field-unknown"),
    ("products/rentang.md", 2, 7, "{en: Bag}", "text-default-missing"),
    ("products/rentang.md", 3, 7, "tutup", "reference-hidden"),
    ("products/rentang.md", 6, 28, "250.000", "field-type"),
    ("products/rentang.md", 7, 26, "abc", "field-type"),
    ("products/rentang.md", 7, 37, "18", "field-type"),
    ("products/tab.md", 6, 1, "\tlebar", "yaml-tab"),
    ("products/tutup.md", 6, 1, "", "front-matter-close"),
    ("products/utf16.md", 1, 1, "", "file-encoding"),
    ("produk/tas.md", 1, 1, "", "folder-unknown"),
    ("shops/anyar.en.md", 3, 1, "hours:", "translation-fact"),
    ("shops/anyar.en.md", 4, 1, "sumary:", "field-unknown"),
    ("shops/anyar.en.md", 7, 5, "[about]", "link-missing"),
    ("shops/anyar.en.md", 7, 29, "[[product", "link-missing"),
    ("shops/anyar.ja.md", 1, 1, "", "language-unknown"),
    ("shops/anyar.md", 3, 1, "name:", "field-both"),
    ("shops/anyar.md", 4, 8, "tokko", "choice-unknown"),
    ("shops/anyar.md", 5, 19, "dompt", "term-unknown"),
    ("shops/anyar.md", 7, 15, "112.7080", "location-range"),
    ("shops/anyar.md", 8, 5, "8123456789", "field-type"),
    ("shops/anyar.md", 9, 10, "tanya", "field-type"),
    ("shops/anyar.md", 10, 8, "toko at", "field-type"),
    ("shops/anyar.md", 11, 8, "javascript:", "field-type"),
    ("shops/anyar.md", 12, 5, '"@toko', "field-type"),
    ("shops/anyar.md", 15, 13, "tokopedia.com", "field-type"),
    ("shops/anyar.md", 17, 16, "08.00-25.00", "field-type"),
    ("shops/anyar.md", 18, 3, "sbtu:", "field-type"),
    ("shops/anyar.md", 21, 15, "17 Agustus", "field-type"),
    ("shops/anyar.md", 21, 53, "fr:", "language-unknown"),
    ("shops/anyar.md", 22, 21, "gopai", "term-unknown"),
    ("shops/anyar.md", 24, 3, "-servis", "field-type"),
    ("shops/anyar.md", 25, 14, "Inggris", "field-type"),
    ("shops/anyar.md", 26, 8, "'76'", "field-type"),
    ("shops/anyar.md", 27, 9, "pertama", "field-type"),
    ("shops/anyar.md", 29, 5, "{berkas: anyar/depan.png}", "field-missing"),
    ("shops/anyar.md", 30, 14, "anyar/dpan.png", "photo-missing"),
    ("shops/anyar.md", 31, 14, "https://contoh.id/a.jpg", "field-type"),
    ("shops/anyar.md", 32, 17, "../x", "field-type"),
    ("shops/anyar.md", 32, 23, "/assets/x", "field-type"),
    ("shops/anyar.md", 33, 7, "Toko Anyar", "field-type"),
    ("shops/anyar.md", 35, 5, "{penerbit", "field-missing"),
    ("shops/anyar.md", 36, 12, "01/11/2026", "field-type"),
    ("shops/anyar.md", 37, 11, "2024-02-30", "field-type"),
    ("shops/anyar.md", 38, 9, "mungkin", "field-type"),
    ("shops/anyar.md", 39, 1, "ringkasn:", "field-unknown"),
    ("shops/anyar.md", 40, 1, "adress:", "field-unknown"),
    ("shops/anyar.md", 43, 7, "[[shop:anyr", "link-missing"),
    ("shops/anyar.md", 43, 25, "[[shp", "shortcode-form"),
    ("shops/anyar.md", 47, 1, "[toko](..", "anchor-missing"),
    ("shops/anyar.md", 47, 35, "[nomor]", "link-form"),
    ("shops/anyar.md", 47, 52, "<b>", "html-removed"),
    ("shops/anyar.md", 49, 1, "![](anyar", "photo-alt"),
    ("shops/anyar.md", 51, 6, "[[photos", "shortcode-placement"),
    ("shops/anyar.md", 51, 35, "[^1]", "footnote-missing"),
    ("shops/anyar/foto.heic", 1, 1, "", "photo-ending"),
    ("shops/anyar/rusak.jpg", 1, 1, "", "photo-unreadable"),
    ("site.yaml", 16, 16, "tentag", "reference-missing"),
    ("stories/nanti.md", 3, 10, "2 November", "field-type"),
    ("stories/nanti.md", 4, 16, "kuliner", "term-unknown"),
    ("visits/tur.md", 3, 7, "wisata", "choice-unknown"),
    ("visits/tur.md", 4, 13, "2 jam", "field-type"),
    ("visits/tur.md", 6, 14, "candii", "reference-missing"),
    ("visits/tur.md", 7, 12, "maju, tempat", "stop-target"),
    ("visits/tur.md", 8, 5, "{menit: 5}", "stop-target"),
    ("vocabulary.yaml", 9, 3, "Merah Tua", "term-form"),
]


def test_each_fault_is_told_once_at_its_line_and_column_and_nothing_else_is(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", CASE)
    ran = sentra("check", "--root", site, "--format", "json")
    told = [
        (problem["path"].removeprefix("content/"), problem["line"], problem["column"], problem["code"])
        for problem in json.loads(ran.out)["problems"]
    ]
    assert ran.code == 1
    assert told == sorted((path, line, column, code) for path, line, column, _, code in FAULTS)


def test_the_table_points_at_what_was_planted() -> None:
    for path, line, column, marker, _ in FAULTS:
        if marker:
            file = CASE / "site" / "content" / path
            text = file.read_bytes().decode("latin-1" if path == "products/latin.md" else "utf-8")
            assert text.split("\n")[line - 1][column - 1 :].startswith(marker), (path, line, column)


def test_more_than_sixty_faults_of_many_kinds_are_planted() -> None:
    assert len(FAULTS) > 60
    assert len({code for *_, code in FAULTS}) > 40
    assert len({path for path, *_ in FAULTS}) > 30


def test_all_of_them_are_printed_in_both_languages_and_nothing_is_published(tmp_path: Path) -> None:
    good, output = lay_out(tmp_path / "good"), tmp_path / "output"
    build(good, output)
    before = tree_of(output)
    shutil.rmtree(good)
    site = lay_out(tmp_path / "site", CASE)
    for language in ("id", "en"):
        ran = build(site, output, language=language)
        assert ran.code == 1
        assert ran.err.count("\n    hint: ") == len(FAULTS)
        assert tree_of(output) == before
