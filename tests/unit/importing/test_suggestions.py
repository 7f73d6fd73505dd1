"""What an import quotes stands in the cell, and what it says to write there is taken."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from site_builder.importing.cells.office_forms import tidy
from site_builder.importing.entries.plan import ImportPlan
from site_builder.importing.run import plan_of
from site_builder.importing.sheets.columns import known_headers, meaning
from site_builder.importing.showing import reason_and_advice
from site_builder.names import Kind
from site_builder.problems import Problem, Severity
from tests.support.spreadsheets import csv, sources

_NOW = dt.datetime(2026, 11, 29, 12, 0, tzinfo=dt.UTC)
_BASE: dict[Kind, dict[str, str]] = {
    Kind.SHOPS: {"Nama Usaha": "Toko Mekar", "Jenis": "Toko", "Kategori": "Dompet", "Alamat": "Kludan 3"},
    Kind.PRODUCTS: {"Nama Produk": "Dompet lipat", "Kategori": "Dompet", "Bahan": "Kulit sapi"},
    Kind.EVENTS: {"Nama Acara": "Pekan Kulit", "Tanggal Mulai": "2026-01-01"},
}
_FAULTY: dict[Kind, dict[str, list[str]]] = {
    Kind.SHOPS: {
        "Jenis": ["Bengkel las", "Tokoo", "grosirr", "Home industry"],
        "Kategori": ["Dompt", "Tas, Dompt, ikat pingang", "Tas; sayur", "Dompet / Tasss", "sayur"],
        "Jam Buka": [
            "08.00-16.00", "08.00", "24 jam", "tutup", "8 pagi - 5 sore", "pagi sampai sore",
            "Senin-Sabtu 16.00-08.00", "Senin - Sabtu 16.00 - 08.00, Minggu tutup",
            "Senin-Sabtu 08.00-25.00", "Senin-Sabtu 08.00", "Senin-Jumat 16.00-08.00, Sabtu 13.00-09.00",
            "Senin-Sabtu 08.00-12.00, 11.00-16.00", "08.00-16.00 (istirahat 12.00-13.00)",
            "Senin-Sabtu 08.00-16.00 istirahat siang", "Senin-Kamis 08.00-16.00, Kamis 09.00-10.00",
        ],
        "No. HP/WA": [
            "0812-xxxx-7030", "812-3456-7890", "0031 8851 555", "0812 3456 7890 / 0813 9876 5432",
            "8,12346E+11", "O812 3456 7210", "0812345670299999", "081234567055 (istri)", "8951234",
            "318951234 / 0812-3456-789", "telepon saja",
        ],
        "WhatsApp": ["021-5551234", "0812-345", "0812 3456 7890 dan 0813 9876 5432"],
        "Telepon": ["318951234", "31-895-1234", "0812-3456-789 / 0813-3456-789", "031-8951234/5", "idem"],
        "Email": ["joko@gmail", "rahayu(at)gmail,com", "a@b.id ; c@d.id"],
        "Website": ["toko maju", "https//maju.id"],
        "Instagram": ["ods delapan"],
        "Tahun Berdiri": ["2030", "±1998", "00/01/1900", "lama", "98"],
        "Koordinat": ["di sini", "112.7030, -7.5080", "-7.510.500, 112.701.200"],
        "Pembayaran": ["Gopay", "Tunaii, Gopay", "BCA 1234567890"],
        "Bahasa": ["Klingon", "Indonesia, Klingon"],
        "Desa": ["12345", "sda"],
        "Tanggal verifikasi": ["31 Februari 2026", "kemarin"],
    },
    Kind.PRODUCTS: {
        "Harga": [
            "165", "1.650.0000", "USD 45", "250rb/lusin", "Rp 250,00", "-225000", "3 pcs 25.000",
            "Rp. 175.000,- (diskon 10%)", "0250000", "dua ratus ribu", "Rp 2.500.000.000", "250,5",
            "150.000 - 100.000",
        ],
        "MOQ": ["0", "10-15", "sedikit"],
        "Kode HS": ["42033", "4202,9", "kulit", "4202.21.1"],
        "Lama Pengerjaan": ["lama", "21-14", "sebulan dua bulan"],
        "Kapasitas/bulan": ["10-15", "banyak"],
        "Berat (gram)": ["5-7", "berat"],
        "Bahan": ["imitasi", "kanvass, imitasi", "Kullit sapi, kanvass"],
        "Warna": ["Merah maroon", "hitm, biru"],
        "Toko": ["Intakko", "Antah"],
        "Siap Ekspor": ["mungkin"],
    },
    Kind.EVENTS: {
        "Tanggal Mulai": [
            "13/25/2027", "17 Agustus", "Menunggu konfirmasi", "2", "Senin, 1 Mei 2027", "30 Februari 2027",
            "Senin, 6 Maret 2027 - 8 Maret 2027", "12 Maret 1927", "Juli 2027",
        ],
        "Jam": ["pagi", "25.00"],
        "Tanggal Selesai": ["s/d selesai", "2025-12-30"],
    },
}  # fmt: skip
_CASES = [
    (kind, header, text)
    for kind, headers in _FAULTY.items()
    for header, texts in headers.items()
    for text in texts
]
_QUOTED = re.compile(r"`(?P<text>[^`]+)`")
_ELSEWHERE = re.compile(r"(?:kolom(?: `[^`]+`,?(?: atau)?)*|bagian|hapus|tambahkan dulu ke)\s+$")
"""What stands before a name of something else than the content of the cell."""
_EXTERNAL = re.compile(r"content/|.*\.md$|.*\.yaml$")


def planned(kind: Kind, header: str, text: str, more: dict[str, str] | None = None) -> ImportPlan:
    row = {**_BASE[kind], header: text, **(more or {})}
    return plan_of("a.csv", csv([[*row], [*row.values()]]), kind, sources(), (), _NOW)


def problems(plan: ImportPlan, place: str = "") -> list[Problem]:
    found = [*plan.outcomes[0].problems, *plan.notes]
    return [problem for problem in found if not place or problem.at.path == place]


def cell_of(kind: Kind, header: str) -> str:
    names = [*{**_BASE[kind], header: ""}]
    return f"{chr(ord('A') + names.index(header))}2"


@pytest.mark.parametrize(("kind", "header", "text"), _CASES)
def test_a_faulty_cell_is_told_with_what_stands_in_it(kind: Kind, header: str, text: str) -> None:
    plan = planned(kind, header, text)
    at = cell_of(kind, header)
    found = problems(plan, at)
    assert found, f"`{text}` under `{header}` is taken without a word"
    for problem in found:
        if problem.code in ("price-tiny", "amount-nothing", "event-year"):
            continue  # these quote the number that a check has read
        quoted = problem.values.get("value", "").removesuffix("…")
        assert quoted in tidy(text), (problem.key, quoted)


@pytest.mark.parametrize(("kind", "header", "text"), _CASES)
def test_what_is_said_to_be_written_is_taken(kind: Kind, header: str, text: str) -> None:
    at = cell_of(kind, header)
    found = problems(planned(kind, header, text), at)
    for problem, advice, offer in tries(found):
        unit = problem.values.get("unit", "")
        left = problems(planned(kind, header, offer, {"Satuan": unit} if unit else {}), at)
        wrong = [one for one in left if one.severity is Severity.ERROR]
        wrong = [one for one in wrong if one.code != "row-abroad"]  # asks for the village, not the number
        if len(found) > 1:  # what is offered for one fault leaves the others
            wrong = [one for one in wrong if one == problem]
        assert not wrong, (advice, offer)


def tries(found: list[Problem]) -> Iterator[tuple[Problem, str, str]]:
    """Give with each fault what an office may paste: what the advice offers, the first words of a list."""
    for problem in found:
        _, advice = reason_and_advice(problem, "id")
        choices = [choice for choice in problem.values.get("known", "").split(", ") if choice]
        for offer in (*offers(advice), *choices[:3]):
            yield problem, advice, offer


def test_advice_mostly_offers_something_to_paste() -> None:
    """So that the test above can fail."""
    found = [[*tries(problems(planned(*case), cell_of(*case[:2])))] for case in _CASES]
    assert 10 * sum(map(bool, found)) > 4 * len(found)


def offers(advice: str) -> list[str]:
    """Give what an advice puts in backticks and means to be written in the cell."""
    return [
        found["text"]
        for found in _QUOTED.finditer(advice)
        if "…" not in found["text"]  # a form to be filled
        and not _ELSEWHERE.search(advice[: found.start()])
        and not _EXTERNAL.match(found["text"])
        and not advice.startswith(" di kolom", found.end())
    ]


def test_the_columns_that_messages_name_are_known() -> None:
    """`pindahkan ke kolom Telepon` helps nobody if that header means nothing."""
    found = 0
    for kind, header, text in _CASES:
        for problem in problems(planned(kind, header, text)):
            _, advice = reason_and_advice(problem, "id")
            for name in re.findall(r"kolom `([^`]+)`", advice):
                assert meaning(name, known_headers(kind)), (advice, name)
                found += 1
    assert found > 2
