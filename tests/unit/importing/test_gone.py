"""Rows that say themselves that they hold no more, or whose owners have not agreed, are left out and told."""

from __future__ import annotations

import pytest

from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.importing.showing import plan_text
from site_builder.messages import sentence_for
from site_builder.names import Kind, SourcePath
from tests.support.plans import HEAD, INTAKO, MEKAR, codes, neighbour, only, statuses, warnings, written
from tests.support.spreadsheets import Rows, after, csv, ods, shops_from, sources, told, xlsx

SECOND = ["Toko Dua", *MEKAR[1:4], None]


def struck(rows: Rows, *places: str, kind: Kind = Kind.SHOPS) -> ImportPlan:
    return plan_of("a.xlsx", xlsx(rows, struck=places), kind, sources())


def test_a_row_that_is_struck_through_is_left_out_and_told() -> None:
    plan = struck([HEAD, MEKAR, SECOND], "A2", "B2", "C2", "D2", "E2")
    assert [outcome.name for outcome in plan.outcomes] == ["Toko Dua"]
    assert [(row.number, str(row.reason)) for row in plan.passed] == [(2, "struck")]
    assert "baris 2: dicoret; bila entrinya masih ada di situs, hapus sendiri" in plan_text(plan, "id")
    plan = struck([HEAD, MEKAR, SECOND], "D2")
    assert [outcome.name for outcome in plan.outcomes] == ["Toko Mekar", "Toko Dua"]


HOURS = [[*HEAD, "Hari", "Jam Buka", "Jam Tutup", "Hari Libur"]]
OPEN = [*MEKAR, "Senin-Sabtu", "08.00", "16.00", None]


@pytest.mark.parametrize(
    ("place", "value", "refusal"),
    [
        ("F2", "Senin-Sabtu", [("Lembar1!G2", "cell-hours")]),
        ("G2", "08.00", [("Lembar1!F2", "field-type.hours")]),
        ("H2", "16.00", [("Lembar1!G2", "cell-clock.range")]),
    ],
)
def test_a_struck_part_of_opening_hours_is_no_part_of_them(
    place: str, value: str, refusal: list[tuple[str, str]]
) -> None:
    plan = struck([*HOURS, OPEN], place)
    assert (f"Lembar1!{place}", f"`{value}` dicoret, jadi tidak diimpor") in warnings(plan)
    assert [(one.at.path, one.key) for one in only(plan).problems] == refusal


def test_a_struck_day_of_rest_says_nothing_of_the_others() -> None:
    plan = struck([*HOURS, [*MEKAR, None, "08.00", "16.00", "Minggu"]], "I2")
    assert codes(only(plan)) == ["cell-hours"]


def test_a_struck_time_is_no_time_of_an_event() -> None:
    rows: Rows = [
        ["Nama Acara", "Tanggal", "Jam", "Tempat"],
        ["Pasar Raya", "2 Maret 2027", "09.00", "Balai"],
    ]
    plan = struck(rows, "C2", kind=Kind.EVENTS)
    assert "mulai: 2027-03-02\n" in written(plan, "content/events/pasar-raya.md")
    assert warnings(plan) == [("Lembar1!C2", "`09.00` dicoret, jadi tidak diimpor")]


def test_a_struck_ditto_takes_nothing_and_gives_nothing() -> None:
    villages = ["Kludan", "sda", "sda", "sda"]
    names = ["Anggrek", "Berkah", "Cendana", "Dahlia"]
    shops = [[*neighbour(f"Toko {name}"), of] for name, of in zip(names, villages, strict=True)]
    plan = struck([[*HEAD, "Desa"], *shops], "F3")
    assert "desa:" not in written(plan, "content/shops/toko-berkah.md")
    assert [codes(outcome) for outcome in plan.outcomes] == [
        [],
        [],
        ["cell-words.ditto"],
        ["cell-words.ditto"],
    ]
    assert warnings(plan) == [("Lembar1!F3", "`sda` dicoret, jadi tidak diimpor")]


def test_a_ditto_below_a_struck_value_is_not_sure_and_below_a_struck_row_it_is() -> None:
    rows: Rows = [[*HEAD, "Desa"], [*neighbour("Toko Anggrek"), "Kludan"], [*neighbour("Toko Berkah"), "sda"]]
    assert codes(struck(rows, "F2").outcomes[1]) == ["cell-words.ditto"]
    plan = struck(rows, *(f"{column}2" for column in "ABCDEF"))
    assert "desa: Kludan\n" in written(plan, "content/shops/toko-berkah.md")


GOODS = ["Nama Produk", "Kategori", "Bahan", "Toko"]


def test_a_product_whose_shop_is_struck_is_not_that_of_the_whole_cluster() -> None:
    plan = struck([GOODS, ["Dompet lipat", "Dompet", "Kulit", INTAKO[0]]], "D2", kind=Kind.PRODUCTS)
    assert codes(only(plan)) == ["row-shop"]


def test_a_struck_heading_names_no_shop() -> None:
    shop = "Toko: Koperasi Intako"
    rows: Rows = [GOODS[:3], [shop], ["Dompet lipat", "Dompet", "Kulit"]]
    assert statuses(struck(rows, kind=Kind.PRODUCTS)) == [("Dompet lipat", "new")]
    assert codes(only(struck(rows, "A2", kind=Kind.PRODUCTS))) == ["row-shop.column"]


def test_consent_that_is_struck_is_none() -> None:
    rows: Rows = [[*HEAD, "Bersedia data ditampilkan di website?"], [*MEKAR, "Ya"]]
    assert codes(only(struck(rows))) == []
    assert codes(only(struck(rows, "F2"))) == ["row-consent.doubt"]


def test_what_is_struck_contradicts_nothing() -> None:
    rows: Rows = [[*HEAD, "Alamat Usaha"], [*MEKAR, "Jl. Lain 5"]]
    assert codes(only(struck(rows))) == ["row-columns"]
    assert codes(only(struck(rows, "F2"))) == []


def test_a_struck_row_of_opendocument_is_left_out() -> None:
    style = (
        '<style:style xmlns:style="s" xmlns:fo="f" style:name="ce1">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    name = '<table:table-cell table:style-name="ce1" office:value-type="string"><text:p>Lama</text:p>'
    more = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in MEKAR[1:4]
    )
    raw = f"{style}<table:table-row>{name}</table:table-cell>{more}</table:table-row>"
    plan = plan_of("a.ods", ods([HEAD, MEKAR], raw=raw), Kind.SHOPS, sources())
    assert [outcome.name for outcome in plan.outcomes] == ["Toko Mekar"]
    assert [str(row.reason) for row in plan.passed] == ["struck"]


@pytest.mark.parametrize(
    ("name", "remark", "is_gone"),
    [
        ("Toko Dua", "TUTUP", True),
        ("Toko Dua", "sudah tutup", True),
        ("Toko Dua", "pindah ke Ketapang", True),
        ("Toko Dua", "stok habis, tidak diproduksi lagi", True),
        ("Toko Dua", "Dibatalkan", True),
        ("Bazar BATAL", None, True),
        ("Tas kulit STOP PRODUKSI", None, True),
        ("Toko Dua (pindah ke Ketapang)", None, True),
        ("Toko Dua", "baru", False),
        ("Toko Dua", "tutup hari Minggu", False),
        ("Toko Dua", "cat: buka lagi sejak Mei", False),
        ("Toko Penutup Tas", "dobel?", False),
    ],
)
def test_what_is_closed_or_called_off_is_left_out(name: str, remark: str | None, is_gone: bool) -> None:
    plan = shops_from([[*HEAD, "Ket."], [*MEKAR, None], [name, *SECOND[1:], remark]])
    assert codes(plan.outcomes[1]) == (["row-closed"] if is_gone else [])
    assert plan.passed == ()
    if is_gone:
        ((place, reason, _),) = told(plan.outcomes[1])
        assert place == ("Lembar1!F3" if remark else "Lembar1!A3")
        assert reason == f"`{name}` tidak diimpor, sebab di sel ini tertulis `{remark or name}`"


@pytest.mark.parametrize(
    ("remark", "is_forbidden"),
    [
        ("jangan dipasang di internet", True),
        ("tidak bersedia ditampilkan", True),
        ("Jgn dulu ditampilkan di web", True),
        ("belum mau dipublikasikan", True),
        ("nomor HP jangan disebar", True),
        ("jangan lupa bawa katalog", False),
        ("foto belum diunggah", False),
        ("belum punya website", False),
        ("tutup kalau hujan", False),
        ("Tutup jam 4 pada bulan puasa", False),
        ("tidak tutup hari Minggu", False),
    ],
)
def test_what_a_remark_forbids_is_refused(remark: str, is_forbidden: bool) -> None:
    plan = shops_from([[*HEAD, "Catatan petugas"], [*MEKAR, remark]])
    assert codes(plan.outcomes[0]) == (["row-consent.remark"] if is_forbidden else [])


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Ya", []),
        ("ya, bersedia", []),
        ("Tidak", ["row-consent"]),
        ("-", ["row-consent.doubt"]),
        (None, ["row-consent.empty"]),
    ],
)
def test_nobody_is_shown_who_has_not_agreed(answer: str | None, found: list[str]) -> None:
    question = "Bersedia data ditampilkan di website? (Ya/Tidak)"
    plan = shops_from([[*HEAD, question], [*MEKAR, answer]])
    assert [codes(outcome) for outcome in plan.outcomes] == [found]
    assert bool(plan.writes) == (not found)


@pytest.mark.parametrize(
    ("remark", "code"), [("pindah ke Jl. Kludan 9", "row-closed"), ("pindahan", "row-remark")]
)
def test_a_shop_that_has_moved_is_not_to_be_deleted(remark: str, code: str) -> None:
    plan = shops_from([[*HEAD, "Ket."], [*MEKAR, remark]])
    assert codes(only(plan)) == [code]
    ((_, _, advice),) = told(only(plan))
    assert "pindah" in advice
    assert advice.index("betulkan alamatnya") < advice.index("hapus barisnya")


def test_an_entry_whose_file_is_gone_is_told_with_the_backup_first() -> None:
    files = after(sources(), shops_from([HEAD, MEKAR, INTAKO]))
    left = {path: data for path, data in files.items() if path != "content/shops/toko-mekar.md"}
    plan = shops_from([HEAD, MEKAR, INTAKO], left)
    assert plan.writes == ()
    assert "terhapus tanpa sengaja: kembalikan dari cadangan" in plan_text(plan, "id")


def test_a_row_with_the_present_name_finds_an_entry_whose_file_was_renamed() -> None:
    files = after(sources(), shops_from([HEAD, MEKAR, INTAKO]))
    old = SourcePath("content/shops/toko-mekar.md")
    shop = files.pop(old).replace(b"Toko Mekar", b"Mekar Jaya")
    files[SourcePath("content/shops/mekar-jaya.md")] = shop
    plan = shops_from([HEAD, ["Mekar Jaya", *MEKAR[1:]], INTAKO], files)
    assert statuses(plan) == [("Mekar Jaya", "unchanged"), ("Koperasi Intako", "unchanged")]


@pytest.mark.parametrize("remark", ["jangan ditampilkan", "mungkin tutup"])
def test_a_row_that_may_yet_be_shown_is_told_its_other_faults_at_once(remark: str) -> None:
    plan = shops_from([[*HEAD, "Ket."], [*MEKAR, None], ["Toko Dua", None, "Kardus", None, "x", remark]])
    outcome = plan.outcomes[1]
    assert outcome.name == "Toko Dua"
    assert [problem.at.path for problem in outcome.problems] == [f"Lembar1!{at}" for at in ("F3", "C3", "E3")]


@pytest.mark.parametrize("remark", ["sudah tutup"])
def test_a_row_that_is_closed_says_which_it_is_and_nothing_else(remark: str) -> None:
    plan = shops_from([[*HEAD, "Ket."], [*MEKAR, None], ["Toko Dua", None, "Kardus", None, "x", remark]])
    outcome = plan.outcomes[1]
    assert (outcome.name, outcome.cell, len(outcome.problems)) == ("Toko Dua", "Lembar1!A3", 1)
    refused = plan_text(plan, "id").partition("DITOLAK (1)\n")[2].partition("\n\n")[0]
    assert refused.startswith("  Lembar1!F3  ")
    assert "Toko Dua" in refused
    assert len(refused.splitlines()) == 2


def test_a_row_below_other_headers_is_called_as_these_say() -> None:
    other: Rows = [["No", "Alamat", "Nama Usaha", "Telepon"], [1, "Kludan 9", "Toko Dua"], [2, "Kludan 8"]]
    plan = shops_from([HEAD, MEKAR, *other])
    assert [codes(outcome) for outcome in plan.outcomes] == [[], ["row-header"], ["row-header"]]
    assert [outcome.name for outcome in plan.outcomes] == ["Toko Mekar", "Toko Dua", ""]


@pytest.mark.parametrize(
    "said", ["tutup permanen", "sudah tutup", "TUTUP sejak 2024", "Sudah tidak berjualan"]
)
def test_hours_that_say_that_a_shop_is_no_more_refuse_its_row_and_do_not_ask_for_an_empty_cell(
    said: str,
) -> None:
    plan = shops_from([[*HEAD, "Jam Buka"], [*MEKAR, said]])
    assert codes(only(plan)) == ["cell-hours.gone"]
    assert list(plan.writes) == []
    assert "jangan kosongkan selnya" in plan_text(plan, "id")
    assert "bila jamnya tidak tentu" not in plan_text(plan, "id")


def test_an_event_that_is_called_off_keeps_its_page_and_the_office_is_told_how() -> None:
    rows = [["Nama Acara", "Mulai", "Ket."], ["Bazar Melati", "2027-02-05", "Dibatalkan"]]
    plan = plan_of("a.csv", csv(rows), Kind.EVENTS, sources())
    (problem,) = plan.outcomes[0].problems
    assert problem.key == "row-closed.event"
    assert "tulis baris `dibatalkan` dengan isi `ya`" in sentence_for(problem, "id").hint
    assert "hapus barisnya, dan ubah" not in sentence_for(problem, "id").hint


def _gone(plan: ImportPlan) -> list[str]:
    return [problem.values["value"] for problem in plan.notes if problem.code == "rows-gone"]


def test_a_row_that_an_office_left_out_of_its_list_since_is_told() -> None:
    names = ["Toko Anggrek", "Toko Berkah", "Toko Cendana", "Toko Dahlia"]
    shops = [neighbour(name) for name in names]
    files = after(sources(), shops_from([HEAD, *shops]))
    assert _gone(shops_from([HEAD, *shops], files)) == []
    assert _gone(shops_from([HEAD, *shops[:3], SECOND], files)) == ["toko-dahlia"]
    closed = SourcePath("content/shops/toko-dahlia.md")
    files[closed] = files[closed].replace(b"\n---\n", b"\ntutup_sejak: 2026\n---\n", 1)
    assert _gone(shops_from([HEAD, *shops[:3]], files)) == []


def test_another_list_with_some_of_its_rows_says_nothing_of_the_others() -> None:
    shops = [neighbour(f"Toko {name}") for name in ("Anggrek", "Berkah", "Cendana", "Dahlia", "Edelweis")]
    files = after(sources(), shops_from([HEAD, *shops]))
    assert _gone(shops_from([HEAD, *shops[:3]], files)) == []
    assert _gone(shops_from([HEAD, SECOND], files)) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [(5, "pindah"), (5, "pemilik keberatan dipublikasikan"), (5, "cek lagi, mungkin tutup"), (1, "pabrik")],
)
def test_rows_that_are_refused_are_there_all_the_same(column: int, value: str) -> None:
    names = ["Anggrek", "Berkah", "Cendana", "Dahlia", "Edelweis", "Flamboyan"]
    head, shops = [*HEAD, "Ket."], [[*neighbour(f"Toko {name}"), None] for name in names]
    files = after(sources(), shops_from([head, *shops]))
    for row in shops[:3]:
        row[column] = value
    plan = shops_from([head, *shops[:5]], files)
    assert [status for _, status in statuses(plan)] == ["refused"] * 3 + ["unchanged"] * 2
    assert _gone(plan) == ["toko-flamboyan"]


def test_a_row_whose_name_says_that_it_has_moved_is_there_and_so_is_one_that_is_refused_as_near() -> None:
    shops = [
        [*neighbour(f"Toko {name}")[:4], f"0812-3456-78{place}"]
        for place, name in enumerate(["Anggrek", "Berkah", "Cendana", "Dahlia"])
    ]
    files = after(sources(), shops_from([HEAD, *shops]))
    shops[0][0] = "Toko Anggrek (pindah)"
    shops[1][0], shops[1][3] = "Toko Berkah Jaya Abadi", "Jl. Lain 7"
    plan = shops_from([HEAD, *shops[:3]], files)
    assert [codes(outcome) for outcome in plan.outcomes] == [
        ["row-closed", "row-shown.closed"],
        ["row-near"],
        [],
    ]
    assert _gone(plan) == ["toko-dahlia"]


def test_the_editions_of_a_list_are_one_list_though_one_of_them_wrote_some_of_it() -> None:
    shops = [neighbour(f"Toko {name}") for name in ("Anggrek", "Berkah", "Cendana", "Dahlia")]
    files = after(sources(), plan_of("Toko Binaan.csv", csv([HEAD, *shops]), Kind.SHOPS, sources()))
    shops[0][2] = shops[1][2] = "Tas"
    again = csv([HEAD, *shops])
    files = after(files, plan_of("Toko Binaan (revisi 1).csv", again, Kind.SHOPS, files))
    plan = plan_of("Toko Binaan (revisi 2).csv", csv([HEAD, *shops[:3]]), Kind.SHOPS, files)
    assert _gone(plan) == ["toko-dahlia"]
