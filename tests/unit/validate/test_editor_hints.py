"""What an editor writes at the first try, and the hint, word for word: it can be pasted."""

from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.model.config import Vocabulary
from site_builder.model.localized import Localized
from site_builder.names import Lang
from site_builder.problems import Problem, Span
from site_builder.validate.photos import check_photos, place_strays
from site_builder.validate.terms import unknown_term, with_words
from tests.unit.validate.files import framed, parse, read
from tests.unit.validate.test_entries import FIGURE, MINIMAL, PRODUCT, SHOP, VISIT

EVENT = "content/events/pameran.md"


def hints(path: str, text: str) -> list[tuple[int, int, str]]:
    """Give line, column and Indonesian hint of every problem, also where YAML can't be read."""
    document, problems = parse(path, framed(path, text))
    if document is not None and not problems:
        _, problems = read(path, text)
    return [(p.at.line, p.at.column, sentence_for(p, "id").hint) for p in problems]


@pytest.mark.parametrize(
    ("path", "line", "hint"),
    [
        (PRODUCT, "ukuran_cm: 20 x 10 x 5", "ukuran_cm: {lebar: 20, tinggi: 10, tebal: 5}"),
        (PRODUCT, "ukuran_cm: 20 cm × 10,5 cm", "ukuran_cm: {lebar: 20, tinggi: 10.5}"),
        (PRODUCT, "sumber: BPS", "sumber: [{judul: BPS}]"),
        (PRODUCT, "sertifikat: SNI", "sertifikat: [{nama: SNI}]"),
        (SHOP, "lokasi: -7.5, 112.7", "lokasi: {lintang: -7.5, bujur: 112.7}"),
        (SHOP, "lokasi: {-7.50691, 112.70312}", "lokasi: {lintang: -7.50691, bujur: 112.70312}"),
        (
            SHOP,
            "lokasi: 7°30'25.0\"S 112°42'11.0\"E",
            "lokasi: {lintang: -7.506944, bujur: 112.703056}",
        ),
        (SHOP, "lokasi: 7,5012 LS, 112,7021 BT", "lokasi: {lintang: -7.5012, bujur: 112.7021}"),
        (SHOP, "lokasi: [-7.5, 112.7]", "lokasi: {lintang: -7.5, bujur: 112.7}"),
        (SHOP, "lokasi: -7,5069, 112,708", "lokasi: {lintang: -7.5069, bujur: 112.708}"),
        (
            SHOP,
            "lokasi: https://www.google.com/maps/@-7.5069,112.708,17z",
            "lokasi: {lintang: -7.5069, bujur: 112.708}",
        ),
        (SHOP, "tutup_pada: 20 Maret 2026", "tutup_pada: [{tanggal: 2026-03-20}]"),
        (SHOP, "jam_buka: Senin-Sabtu 08.00-17.00", "jam_buka: {senin-sabtu: 08.00-17.00}"),
        (SHOP, "jam_buka: 08.00-17.00 (Senin s/d Sabtu)", "jam_buka: {senin-sabtu: 08.00-17.00}"),
        (SHOP, "jam_buka: {senin-sabtu 08.00-17.00}", "jam_buka: {senin-sabtu: 08.00-17.00}"),
        (SHOP, "jam_buka: {senin-sabtu:08.00-17.00}", "jam_buka: {senin-sabtu: 08.00-17.00}"),
        (SHOP, "jam_buka: senin-sabtu: 08.00-17.00", "jam_buka: {senin-sabtu: 08.00-17.00}"),
        (
            SHOP,
            "jam_buka: {senin-sabtu: 08.00-17.00; minggu: tutup}",
            "jam_buka: {senin-sabtu: 08.00-17.00, minggu: tutup}",
        ),
        (
            SHOP,
            "jam_buka: Senin-Jumat 08.00-17.00, Sabtu 08.00-12.00",
            "jam_buka: {senin-jumat: 08.00-17.00, sabtu: 08.00-12.00}",
        ),
        (SHOP, "layanan: [a, b]]", "layanan: [a, b]"),
        (SHOP, "layanan: [a, b", "layanan: [a, b]"),
    ],
)
def test_the_right_form_is_shown_with_the_editors_own_value(path: str, line: str, hint: str) -> None:
    text = MINIMAL[path] + line + "\n"
    assert [told for _, _, told in hints(path, text)] == [f"tulis `{hint}`"]
    if hint[0] != "{":
        assert hints(path, MINIMAL[path] + hint + "\n") == []


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("foto: dompet.jpg", 'foto: [{berkas: koper/dompet.jpg, teks_alt: "…isi…"}]'),
        ("foto: [dompet.jpg]", '{berkas: koper/dompet.jpg, teks_alt: "…isi…"}'),
    ],
)
def test_what_is_on_a_photo_is_left_to_fill_in(line: str, hint: str) -> None:
    asked = "lalu ganti `…isi…` dengan apa yang terlihat di foto itu"
    told = [told for _, _, told in hints(PRODUCT, f"{MINIMAL[PRODUCT]}{line}\n")]
    assert told == [f"tulis `{hint}`, {asked}"]


@pytest.mark.parametrize(
    "sources",
    [
        *("tidak diketahui", "[tidak diketahui]", "[{judul: tidak diketahui}]", "{judul: -}"),
        *("kata orang", "{judul: Katanya}", "[{judul: kira-kira saja.}]"),
    ],
)
def test_a_figure_whose_source_nobody_knows_is_kept_as_a_draft(sources: str) -> None:
    asked = (
        "tanpa sumber, angka ini jangan diterbitkan: tanyakan dulu, dan simpan sebagai draf dengan `draf: ya`"
    )
    fields = MINIMAL[FIGURE].partition("sumber")[0]
    assert [hint for _, _, hint in hints(FIGURE, f"{fields}sumber: {sources}\n")] == [asked]
    for nothing in ("sumber:\n", "sumber: []\n", ""):
        (hint,) = [hint for _, _, hint in hints(FIGURE, fields + nothing)]
        assert hint.startswith("tambahkan `sumber:` dengan")
        assert hint.endswith("jangan diterbitkan: tanyakan dulu, dan simpan sebagai draf dengan `draf: ya`")


@pytest.mark.parametrize(
    ("path", "line", "hint"),
    [
        (
            FIGURE,
            "sumber: [{judul: BPS}, {judul: dari ingatan}]",
            "belum diketahui? hapus seluruh bagian ini, karena `judul` wajib di dalamnya",
        ),
        (PRODUCT, "sumber: belum ada", "belum ada isinya? hapus `belum ada` dan biarkan kosong"),
        (PRODUCT, "sumber: katanya", "belum ada isinya? hapus `katanya` dan biarkan kosong"),
        (PRODUCT, "sertifikat: tidak ada", "belum ada isinya? hapus `tidak ada` dan biarkan kosong"),
        (
            PRODUCT,
            "sumber: [{judul: belum ada}]",
            "belum diketahui? hapus seluruh bagian ini, karena `judul` wajib di dalamnya",
        ),
        (
            SHOP,
            "alamat: belum tahu",
            "tanyakan dulu; selama itu simpan sebagai draf dengan baris `draf: ya`",
        ),
    ],
)
def test_a_word_for_nothing_is_told_with_what_can_be_done_without_it(path: str, line: str, hint: str) -> None:
    fields = (
        MINIMAL[path]
        .partition("sumber")[0]
        .replace("alamat: Jl. Raya 1\n", "" if line.startswith("alamat") else "alamat: J\n")
    )
    assert [told for _, _, told in hints(path, f"{fields}{line}\n")] == [hint]


def test_an_item_that_lacks_a_part_may_be_deleted_unless_its_list_needs_it() -> None:
    may_go = [(PRODUCT, "sertifikat: [{nomor: 1}]"), (VISIT, "perhentian: [{toko: a, menit: 5}, {toko: a}]")]
    for path, line in may_go:
        told = hints(path, MINIMAL[path].partition("perhentian")[0] + f"{line}\n")
        assert [hint.endswith(", atau hapus seluruh bagian ini") for _, _, hint in told] == [True]
    told = hints(VISIT, MINIMAL[VISIT].partition("perhentian")[0] + "perhentian: [{toko: a}]\n")
    assert [hint for _, _, hint in told] == ["tambahkan `menit: …` di sini"]


@pytest.mark.parametrize(
    ("path", "fields", "meant"),
    [
        (
            SHOP,
            "NAMA USAHA: Bu Lilik\nJenis Usaha: toko\nkategori: tas\nAlamat Lengkap: Jl. A\n",
            "nama jenis alamat",
        ),
        (SHOP, MINIMAL[SHOP] + "no hp: 0812-3456-1234\nJam Operasional: 08.00-17.00\n", "wa jam_buka"),
        (SHOP, MINIMAL[SHOP] + "wa: 0812-3456-1234\nno hp: 0812-3456-1235\n", "telepon"),
        (SHOP, MINIMAL[SHOP] + "Link Shopee: https://shopee.co.id/a\n", "lokapasar"),
        (SHOP, MINIMAL[SHOP] + "Tahun Berdiri: 1990\nKelurahan: Kedensari\n", "sejak desa"),
        (PRODUCT, "Nama Barang: Koper\nJenis Produk: koper\nBahan Baku: kulit-sapi\n", "nama kategori bahan"),
        (PRODUCT, MINIMAL[PRODUCT] + "HARGA JUAL: 250.000\nMin. Order: 12\n", "harga pesanan_minimum"),
        (EVENT, "Nama Kegiatan: Pameran\nTanggal Pelaksanaan: 2026-02-05\n", "nama mulai"),
    ],
)
def test_a_field_named_as_in_the_lists_of_offices_is_known(path: str, fields: str, meant: str) -> None:
    expected = [f"mungkin maksudnya `{name}`" for name in meant.split()]
    assert [hint.partition(";")[0] for _, _, hint in hints(path, fields)] == expected


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("shopee.co.id/x", "[{nama: Shopee, tautan: https://shopee.co.id/x}]"),
        ("https://www.tokopedia.com/x", "[{nama: Tokopedia, tautan: https://www.tokopedia.com/x}]"),
        ("tiktok.com/@x", "[{nama: TikTok Shop, tautan: https://tiktok.com/@x}]"),
        ("toko.lokal.id/x", "[{nama: toko.lokal.id, tautan: https://toko.lokal.id/x}]"),
        (
            "Shopee shopee.co.id/x, tokopedia.com/y",
            "[{nama: Shopee, tautan: https://shopee.co.id/x}, {nama: Tokopedia, tautan: https://tokopedia.com/y}]",
        ),
    ],
)
def test_an_address_at_a_marketplace_is_offered_with_its_name(line: str, hint: str) -> None:
    told = [told for _, _, told in hints(SHOP, f"{MINIMAL[SHOP]}lokapasar: {line}\n")]
    assert told == [f"tulis `lokapasar: {hint}`"]
    assert hints(SHOP, f"{MINIMAL[SHOP]}lokapasar: {hint}\n") == []


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("ringkasan: - murah", 'tulis tanpa tanda itu, atau dalam tanda kutip: `ringkasan: "- murah"`'),
        ("alamat: - Jl. Raya", 'tulis tanpa tanda itu, atau dalam tanda kutip: `alamat: "- Jl. Raya"`'),
        ("layanan: - grosir", "taruh `- grosir` di baris berikutnya, menjorok dua spasi"),
    ],
)
def test_a_dash_before_a_text_begins_no_list(line: str, hint: str) -> None:
    assert [told for _, _, told in hints(SHOP, f"{line}\n")] == [hint]


def test_what_a_hint_can_not_know_is_said() -> None:
    assert hints(SHOP, MINIMAL[SHOP] + "lokasi: https://maps.app.goo.gl/abc\n") == [
        (
            6,
            9,
            (
                "klik kanan tempatnya di Google Maps, salin kedua angkanya, lalu tulis "
                "`lokasi: {lintang: …, bujur: …}` dengan angka itu di tempat `…`"
            ),
        )
    ]
    assert hints(SHOP, MINIMAL[SHOP] + "tutup_pada: Lebaran\n") == [
        (
            6,
            13,
            (
                "tulis `tutup_pada: [{tanggal: …, catatan: Lebaran}]`, dengan tanggalnya (tahun-bulan-hari) "
                "di tempat `…`"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nama = Bengkel\njenis: toko\n", (2, 6, "tulis `nama: Bengkel`")),
        ("nama Bengkel\njenis: toko\n", (2, 5, "tulis `nama: Bengkel`")),
        ("jenis: toko\nnama Bengkel\nalamat: x\n", (3, 5, "tulis `nama: Bengkel`")),
        ("jam_buka:\n  senin 08.00-17.00\n  minggu: tutup\n", (3, 3, "tulis `senin: 08.00-17.00`")),
        (
            "alamat: Jl. Raya\nKedensari 12\nkategori: koper\n",
            (
                3,
                1,
                (
                    "kalau ini lanjutan baris di atasnya, tulis di satu baris: "
                    "`alamat: Jl. Raya Kedensari 12`; "
                    "kalau isian sendiri, tulis `nama: isi`"
                ),
            ),
        ),
    ],
)
def test_a_line_without_its_colon_is_told_in_that_line(text: str, expected: tuple[int, int, str]) -> None:
    assert hints(SHOP, text) == [expected]


def test_what_was_not_indented_is_told_to_belong_to_the_field_above() -> None:
    text = MINIMAL[SHOP] + "jam_buka:\nsenin-sabtu: 08.00-17.00\nminggu: tutup\n"
    assert hints(SHOP, text) == [
        (7, 1, "tulis dua spasi di depannya: `  senin-sabtu: 08.00-17.00`"),
        (8, 1, "tulis dua spasi di depannya: `  minggu: tutup`"),
    ]
    assert hints(PRODUCT, MINIMAL[PRODUCT] + "ukuran_cm: {lebar: 32,5, tinggi: 4}\n") == [
        (5, 23, "pakai titik: `lebar: 32.5`")
    ]


def test_a_key_of_hours_that_is_no_day_is_pointed_at() -> None:
    assert [at for *at, _ in hints(SHOP, MINIMAL[SHOP] + "jam_buka:\n  libur: tutup\n")] == [[7, 3]]


@pytest.mark.parametrize("text", ["nama\u00a0: Koper\n", "\u00a0\u00a0nama: Koper\n"])
def test_an_invisible_space_beside_a_name_is_told_and_nothing_else(text: str) -> None:
    assert [hint for _, _, hint in hints(PRODUCT, text + "kategori: koper\nbahan: kulit-sapi\n")] == [
        "hapus barisnya dan ketik ulang: `nama: Koper`"
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("gambar", "foto"),
        ("photo", "foto"),
        ("no_wa", "wa"),
        ("hp", "wa"),
        ("whatsapp_no", "wa"),
        ("jam", "jam_buka"),
        ("telp", "telepon"),
        ("deskripsi", "ringkasan"),
        ("Alias", "alias"),
    ],
)
def test_names_that_editors_try_lead_to_the_field(written: str, meant: str) -> None:
    hint = f"mungkin maksudnya `{meant}`; kalau bukan, hapus `{written}` beserta isinya"
    assert hints(SHOP, MINIMAL[SHOP] + f"{written}: x\n") == [(6, 1, hint)]


TWO_LANGUAGES = "foto: [{berkas: a/b.jpg, teks_alt: Depan, en: Front}]\n"


@pytest.mark.parametrize(
    ("path", "line", "hint"),
    [
        (SHOP, "stok: 12", "pakai nama yang dikenal di sini: nama, "),
        (
            VISIT,
            "lama: 3 jam",
            "sudah ada `lama_menit`: betulkan di sana bila perlu, lalu hapus `lama` beserta isinya",
        ),
        (SHOP, TWO_LANGUAGES, 'tulis `teks_alt: {id: "Depan", en: "Front"}`'),
        (VISIT, "harga: {terendah 5000, tertinggi 9000}", "tulis `harga: {terendah: 5000, tertinggi: 9000}`"),
        (PRODUCT, "ukuran_cm: {lebar 30, tinggi: 4}", "tulis `lebar: 30`"),
    ],
)
def test_what_is_told_is_not_a_field_that_is_there_already_nor_less_than_was_meant(
    path: str, line: str, hint: str
) -> None:
    told = [one for _, _, one in hints(path, f"{MINIMAL[path]}{line.rstrip()}\n")]
    assert told[0].startswith(hint), told


@pytest.mark.parametrize(
    ("stop", "hint"),
    [
        (
            "Candi Pari (30 menit)",
            (
                "tulis `{tempat: candi-pari, menit: 30}`;"
                " kalau berkasnya ada di `content/shops`, tulis `{toko: candi-pari, menit: 30}`"
            ),
        ),
        (
            "Koperasi Intako 60 menit",
            (
                "tulis `{toko: koperasi-intako, menit: 60}`;"
                " kalau berkasnya ada di `content/places`, tulis `{tempat: koperasi-intako, menit: 60}`"
            ),
        ),
    ],
)
def test_a_stop_of_a_trip_written_as_one_text_is_taken_apart_for_a_place_and_for_a_shop(
    stop: str, hint: str
) -> None:
    assert [one for *_, one in hints(VISIT, f"{MINIMAL[VISIT]}  - {stop}\n")] == [hint]


def test_of_several_words_where_one_is_asked_for_the_first_that_is_known_may_stay() -> None:
    text = MINIMAL[SHOP].replace("jenis: toko", "jenis: [kios, bengkel]")
    assert [hint for *_, hint in hints(SHOP, text)] == ["tulis satu saja: `jenis: bengkel`"]
    text = MINIMAL[SHOP].replace("jenis: toko", "jenis: [kios]")
    assert [hint for *_, hint in hints(SHOP, text)] == [
        "tulis `jenis: isi`, tanpa tanda `-` dan tanpa kurung `[ ]`"
    ]


def test_a_file_in_its_own_folder_whose_field_goes_by_another_name_is_not_sent_away() -> None:
    assert [hint for *_, hint in hints(EVENT, "nama: Pameran\ntanggal: 2026-02-05\n")] == [
        "mungkin maksudnya `mulai`; kalau bukan, hapus `tanggal` beserta isinya"
    ]


def test_a_name_that_nobody_can_guess_is_answered_with_all_that_there_are_and_how_to_be_rid_of_it() -> None:
    ((_, _, hint),) = hints(PRODUCT, MINIMAL[PRODUCT] + "ukuran_cm: {lebar: 3, tinggi: 4, xqj: 1}\n")
    assert hint == (
        "pakai nama yang dikenal di sini: lebar, tinggi, tebal; tidak ada yang cocok? pindahkan isinya ke"
        " teks bila perlu dibaca, lalu hapus `xqj`"
    )


def test_a_misspelt_required_name_is_told_once_and_not_by_the_translation() -> None:
    _, problems = read(PRODUCT, MINIMAL[PRODUCT].replace("nama", "Nama"), en="name: Suitcase\n")
    assert [(p.at, p.key, p.values) for p in problems] == [
        (Span(PRODUCT, 2, 1), "field-unknown.near", {"field": "Nama", "suggestion": "nama"})
    ]


def test_one_word_is_asked_for_where_a_list_was_given() -> None:
    assert hints(PRODUCT, "nama: Koper\nkategori: [dompet, koper]\nbahan: kulit-sapi\n") == [
        (3, 11, "pilih satu saja di antara `dompet`, `koper`; yang lain ceritakan di teksnya")
    ]


TERMS = {
    term: Localized({Lang("id"): name})
    for term, name in {
        "dompet": "Dompet",
        "ikat-pinggang": "Ikat pinggang",
        "kulit-sapi": "Kulit sapi",
        "kulit-domba": "Kulit domba",
        "semi-kulit": "Semi kulit",
    }.items()
}


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("dompet ikat-pinggang", "pisahkan dengan koma: `[dompet, ikat-pinggang]`"),
        ("dompet; ikat-pinggang", "pisahkan dengan koma: `[dompet, ikat-pinggang]`"),
        ("(dompet, ikat-pinggang)", "pisahkan dengan koma: `[dompet, ikat-pinggang]`"),
        ("Dompet dan Ikat pinggang", "pisahkan dengan koma: `[dompet, ikat-pinggang]`"),
        ("dompet, ikat-pinggang]", "pisahkan dengan koma: `[dompet, ikat-pinggang]`"),
        (
            "dompet, karung",
            (
                "tulis `[dompet, …]`; `karung` tidak ada di `content/vocabulary.yaml` (bagian `bahan`): "
                "pilih gantinya dari ikat-pinggang, kulit-sapi, kulit-domba, semi-kulit, "
                "atau tambahkan di sana"
            ),
        ),
        ("kulit", "pilih salah satu: kulit-sapi, kulit-domba, semi-kulit; atau tambahkan di sana"),
        ("Kulit sapi", "mungkin maksudnya `kulit-sapi`; kalau bukan, tambahkan kata itu di sana"),
        ("pinggang", "mungkin maksudnya `ikat-pinggang`; kalau bukan, tambahkan kata itu di sana"),
        (
            "xyz",
            (
                "pilih salah satu: dompet, ikat-pinggang, kulit-sapi, kulit-domba, semi-kulit; "
                "atau tambahkan di sana"
            ),
        ),
    ],
)
def test_words_that_are_not_in_the_vocabulary(written: str, hint: str) -> None:
    variant, values = unknown_term(TERMS, "materials", written, is_one=False)
    told = sentence_for(Problem("term-unknown", Span("a"), variant, values), "id")
    assert told.hint == hint
    if variant in ("several", "near", ""):
        assert "(bagian `bahan`, atau `materials`)" in told.message


def test_of_several_words_for_a_field_that_holds_one_the_editor_chooses() -> None:
    variant, values = unknown_term(TERMS, "categories", "dompet, kulit-sapi", is_one=True)
    told = sentence_for(Problem("term-unknown", Span("a"), variant, values), "id")
    assert told.hint == "pilih satu saja di antara `dompet`, `kulit-sapi`; yang lain ceritakan di teksnya"


def photo_problem(file: str, photos: set[str], strays: list[str]) -> Problem:
    (problem,) = check_photos(
        [(document_path, ("photos", 0, "file"), file)], photos, lambda path, _: Span(path, 5, 12), strays
    )
    return problem


document_path = parse(PRODUCT, framed(PRODUCT, MINIMAL[PRODUCT]))[0].path  # type: ignore[union-attr]


def test_a_photo_beside_the_file_is_to_be_moved_into_its_folder() -> None:
    stray = "content/products/depan.jpg"
    told = sentence_for(photo_problem("depan.jpg", set(), [stray]), "id")
    assert told.hint == (
        "pindahkan `content/products/depan.jpg` ke folder `content/products/koper/`, "
        "lalu tulis `berkas: koper/depan.jpg`"
    )
    problem = Problem("file-place", Span(stray), "photo", {"name": "depan.jpg", "suggestion": "…"})
    (placed,) = place_strays([problem], [(document_path, (), "depan.jpg")], [document_path])
    assert sentence_for(placed, "id").hint == (
        "pindahkan ke `content/products/koper/depan.jpg`, lalu tulis `berkas: koper/depan.jpg`"
    )


@pytest.mark.parametrize(
    ("written", "there"), [("depan.jpg", "depan.jpg.jpg"), ("depan.jpg.jpg", "depan.jpg")]
)
def test_a_photo_whose_ending_stands_there_twice_is_found(written: str, there: str) -> None:
    problem = photo_problem(f"koper/{written}", {f"content/products/koper/{there}"}, [])
    assert (problem.key, problem.values["near"]) == ("photo-missing.near", f"koper/{there}")


def test_a_photo_goes_to_the_entry_that_it_is_named_after() -> None:
    at = Span("content/products/koper_2.jpg")
    problem = Problem("file-place", at, "photo", {"name": "koper_2.jpg", "suggestion": "…"})
    (placed,) = place_strays([problem], [], [document_path])
    assert placed.values["suggestion"] == "content/products/koper/koper_2.jpg"


@pytest.mark.parametrize("file", ["depan.jpg", "Depan.JPG", "kper/depan.jpg"])
def test_a_photo_of_the_same_name_in_the_entrys_own_folder_is_meant(file: str) -> None:
    photos = {"content/products/koper/depan.jpg", "content/products/ransel/depan.jpg"}
    assert photo_problem(file, photos, []).values["near"] == "koper/depan.jpg"


def test_a_required_word_of_the_vocabulary_lists_some() -> None:
    _, problems = read(PRODUCT, "nama: Koper\nkategori: koper\n")
    (told,) = with_words(problems, Vocabulary(materials=TERMS))
    assert sentence_for(told, "id").hint == (
        "tambahkan baris `bahan: …`; pilihannya: dompet, ikat-pinggang, kulit-sapi, kulit-domba, semi-kulit"
    )


def test_a_required_choice_lists_its_words() -> None:
    text = MINIMAL[SHOP].replace("jenis: toko\n", "")
    assert hints(SHOP, text) == [
        (1, 1, "tambahkan baris `jenis: …`; pilihannya: koperasi, grosir, toko, bengkel")
    ]


@pytest.mark.parametrize(
    ("path", "line", "hint"),
    [
        (VISIT, "perhentian: [{toko: a, menit: 1,5 jam}]", "menit: 90"),
        (VISIT, "perhentian: [{menit: 0,5 jam, toko: a}]", "menit: 30"),
        (PRODUCT, "ukuran_cm: {lebar: 1,2 m, tinggi: 40}", "lebar: 120"),
    ],
)
def test_a_number_with_its_unit_that_a_comma_in_braces_tore_is_put_together(
    path: str, line: str, hint: str
) -> None:
    name = line.partition(":")[0]
    text = MINIMAL[path].partition(f"{name}:")[0]
    assert [told for _, _, told in hints(path, f"{text}{line}\n")] == [f"tulis `{hint}`"]


def test_which_number_was_meant_by_two_with_a_space_between_is_not_guessed() -> None:
    text = MINIMAL[VISIT].partition("perhentian:")[0] + "perhentian: [{toko: a, menit: 1, 5 jam}]\n"
    ((_, _, hint),) = hints(VISIT, text)
    assert "menit: " not in hint
