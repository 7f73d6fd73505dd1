"""What YAML would silently make something else of: it comes out as written, or is refused with a hint."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from tests.support.cases import build, lay_out, sentra

KINDS = {
    "product": ("products", "md", "nama: {id: Tas, en: Bag}\nkategori: tas\nbahan: [kanvas]\n"),
    "shop": ("shops", "md", "nama: Toko\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n"),
    "event": ("events", "md", "nama: {id: Acara, en: Event}\nmulai: 2027-01-01\n"),
    "story": ("stories", "md", "judul: {id: Cerita, en: Story}\ntanggal: 2026-01-01\n"),
    "market": ("markets", "md", "nama: {id: Pasar, en: Market}\nnegara: JP\n"),
    "figure": (
        "figures",
        "yaml",
        (
            "label: {id: Angka, en: Figure}\nnilai: 1\nsatuan: orang\nperiode: 2018\nlingkup: sentra\n"
            "sumber: [{judul: Laporan}]\n"
        ),
    ),
}
FACTS = "{{ view.entry.meta }} {{ view.entry.facts }}\n"
FIGURES = "{% for figure in view.figures %}{{ figure.id }} {{ figure }}\n{% endfor %}\n"

# Kind of entry, a line of its front matter, and how the value stands in what the page is made from.
KEPT = [
    ("product", "harga: 250.000", "price=PriceRange(min_idr=250000, max_idr=250000)"),
    ("product", "harga: 1.600.000", "price=PriceRange(min_idr=1600000, max_idr=1600000)"),
    ("product", "harga: 250000", "price=PriceRange(min_idr=250000, max_idr=250000)"),
    ("product", "harga: Rp250.000,-", "price=PriceRange(min_idr=250000, max_idr=250000)"),
    ("product", "harga: Rp 250.000,00", "price=PriceRange(min_idr=250000, max_idr=250000)"),
    ("product", "harga: 1", "price=PriceRange(min_idr=1, max_idr=1)"),
    ("product", "harga: {min: 250.000, max: 1.600.000}", "price=PriceRange(min_idr=250000, max_idr=1600000)"),
    ("product", "nama: {id: no, en: off}", "name=Shown(text='no', lang='id'"),
    ("product", "nama: {id: NO, en: Yes}", "name=Shown(text='NO', lang='id'"),
    ("product", "nama: ya", "name=Shown(text='ya', lang='id'"),
    ("product", "nama: on", "name=Shown(text='on', lang='id'"),
    ("product", "nama: true", "name=Shown(text='true', lang='id'"),
    ("product", "nama: y", "name=Shown(text='y', lang='id'"),
    ("product", "nama: 12:30", "name=Shown(text='12:30', lang='id'"),
    ("product", "nama: 12:30:45", "name=Shown(text='12:30:45', lang='id'"),
    ("product", "nama: 1.10", "name=Shown(text='1.10', lang='id'"),
    ("product", "nama: 1e3", "name=Shown(text='1e3', lang='id'"),
    ("product", "nama: .nan", "name=Shown(text='.nan', lang='id'"),
    ("product", "nama: .inf", "name=Shown(text='.inf', lang='id'"),
    ("product", "nama: 0x1F", "name=Shown(text='0x1F', lang='id'"),
    ("product", "nama: 0o17", "name=Shown(text='0o17', lang='id'"),
    ("product", "nama: 0123", "name=Shown(text='0123', lang='id'"),
    ("product", "nama: 1_000", "name=Shown(text='1_000', lang='id'"),
    ("product", "nama: 2026-11-01", "name=Shown(text='2026-11-01', lang='id'"),
    ("product", "nama: 2024-13-45", "name=Shown(text='2024-13-45', lang='id'"),
    ("product", "nama: +390123", "name=Shown(text='+390123', lang='id'"),
    ("product", "nama: =", "name=Shown(text='=', lang='id'"),
    ("product", 'nama: "null"', "name=Shown(text='null', lang='id'"),
    ("product", 'nama: "Tas: kulit"', "name=Shown(text='Tas: kulit', lang='id'"),
    ("product", "nama: 'It''s'", "name=Shown(text=\"It's\", lang='id'"),
    ("product", "nama: Tas#1", "name=Shown(text='Tas#1', lang='id'"),
    ("product", "nama: Tas - kulit", "name=Shown(text='Tas - kulit', lang='id'"),
    ("product", "nama: 50% kulit", "name=Shown(text='50% kulit', lang='id'"),
    ("product", "kode_hs: 4202.10", "hs_code='4202.10'"),
    ("product", "kode_hs: 0402.10", "hs_code='0402.10'"),
    ("product", "pesanan_minimum: 2.500", "moq=2500"),
    ("product", "berat_g: 1.250", "weight_g=1250"),
    ("product", "siap_ekspor: no", "export_ready=False"),
    ("product", "siap_ekspor: off", "export_ready=False"),
    ("product", "siap_ekspor: tidak", "export_ready=False"),
    ("product", "siap_ekspor: ya", "export_ready=True"),
    ("product", "siap_ekspor: yes", "export_ready=True"),
    ("product", "siap_ekspor: True", "export_ready=True"),
    ("product", "ukuran_cm: {lebar: 32.50, tinggi: 0.5}", "width=Quantity(value=Decimal('32.50')"),
    ("product", "ukuran_cm: {lebar: '32,5', tinggi: 1}", "width=Quantity(value=Decimal('32.5')"),
    ("product", "sertifikat: [{nama: SNI, nomor: 0123}]", "number='0123'"),
    ("product", "sertifikat: [{nama: SNI, nomor: 1.10}]", "number='1.10'"),
    ("product", "sertifikat: [{nama: no, nomor: 1e3}]", "name='no', number='1e3'"),
    ("shop", "telepon: 0314567012", "phone='0314567012'"),
    ("shop", "telepon: +390123", "phone='+390123'"),
    ("shop", "telepon: 031-8951234", "phone='031-8951234'"),
    ("shop", "telepon: 01234567", "phone='01234567'"),
    ("shop", "wa: 081234567890", "whatsapp='6281234567890'"),
    ("shop", "wa: +6281234567890", "whatsapp='6281234567890'"),
    ("shop", "jam_buka: 10:00-17:30", "Interval(opens_minute=600, closes_minute=1050)"),
    ("shop", "jam_buka: 08.00-17.00", "Interval(opens_minute=480, closes_minute=1020)"),
    ("shop", "jam_buka: {senin: 10:00-17:30, minggu: tutup}", "closes_minute=1050),), None, None"),
    ("shop", "jam_buka: {minggu: tutup}", "Hours(days=(None, None, None, None, None, None, ()))"),
    ("shop", "sejak: 1976", "since=1976"),
    ("shop", "bahasa: [no, id]", "languages=('no', 'id')"),
    ("shop", "anggota: no", "member_of='no'"),
    ("shop", "desa: NO", "village='NO'"),
    ("shop", "desa: 010", "village='010'"),
    ("shop", "lokasi: {lat: -7.50, lon: 112.7080}", "Location(lat=-7.5, lon=112.708)"),
    ("market", "negara: NO", "country='NO'"),
    ("market", "negara: no", "country='NO'"),
    ("event", "mulai: 2026-11-01 10:00", "starts=Moment(iso='2026-11-01T10:00')"),
    ("event", "mulai: 2026-11-01 09.00", "starts=Moment(iso='2026-11-01T09:00')"),
    ("event", "mulai: 2026-11-01", "starts=Moment(iso='2026-11-01')"),
    ("story", "tanggal: 2026-11-01", "date='2026-11-01'"),
    ("story", "penulis: 12:30", "author='12:30'"),
    ("story", "terbit: 2026-10-31", "publish='2026-10-31'"),
    ("figure", "nilai: 4.10", "Quantity(value=Decimal('4.10')"),
    ("figure", "nilai: 4,16", "Quantity(value=Decimal('4.16')"),
    ("figure", "nilai: 1.250", "Quantity(value=Decimal('1250')"),
    ("figure", "nilai: 60.000.000", "Quantity(value=Decimal('60000000')"),
    ("figure", "nilai: ±2.500", "Quantity(value=Decimal('2500'), approximate=True)"),
    ("figure", "periode: 2018-01/2018-09", "period='2018-01/2018-09'"),
    ("figure", "periode: 2018-01", "period='2018-01'"),
]

# Kind of entry, a line of its front matter, the code and a part of the hint (in Indonesian).
REFUSED = [
    ("product", "nama: Tas: kulit", "yaml-colon", '`nama: "Tas: kulit"`'),
    ("product", "nama: Tas #1", "yaml-comment", '"Tas #1"'),
    ("product", "nama: ~", "field-missing", "`nama: …`"),
    ("product", "nama: null", "field-missing", "`nama: …`"),
    ("product", "nama: [no]", "field-type", "tanpa kurung"),
    ("product", "nama: {no: Veske, id: Tas}", "language-unknown", "id, en"),
    ("product", 'nama: "C:\\tas"', "yaml-escape", "'C:\\tas'"),
    ("product", "harga: 1_000", "field-type", "angkanya saja"),
    ("product", "harga: 0x1F", "field-type", "angkanya saja"),
    ("product", "harga: 0123", "field-type", "`harga: 123`"),
    ("product", "harga: 1e3", "field-type", "angkanya saja"),
    ("product", "harga: .nan", "field-type", "hapus `.nan`"),
    ("product", "harga: .inf", "field-type", "hapus `.inf`"),
    ("product", "harga: 250.0", "field-type", "tanpa titik"),
    ("product", "harga: 12,50", "field-type", "tanpa titik"),
    ("product", "harga: 10:00", "field-type", "angkanya saja"),
    ("product", "harga: Rp 250rb", "field-type", "`harga: 250000`"),
    ("product", "harga: no", "field-type", "hapus `no`"),
    ("product", "pesanan_minimum: 010", "field-type", "angkanya saja"),
    ("product", "pesanan_minimum: 1e3", "field-type", "angkanya saja"),
    ("product", "pesanan_minimum: 0o17", "field-type", "angkanya saja"),
    ("product", "siap_ekspor: n", "field-type", "`siap_ekspor: ya`"),
    ("product", "siap_ekspor: 1", "field-type", "`siap_ekspor: ya`"),
    ("product", "warna: [hitam, no]", "term-unknown", "tambahkan"),
    ("product", "ukuran_cm: {lebar: 32,5, tinggi: 1}", "field-unknown", "lebar"),
    ("product", "terbit: 20261101", "field-type", "tahun-bulan-hari"),
    ("product", "terbit: 2024-02-30", "field-type", "`terbit: 2024-02-29`"),
    ("product", "urutan: 1.5", "field-type", "angkanya saja"),
    ("shop", "jam_buka: 10:00", "field-type", "`jam_buka: 10.00-…`"),
    ("shop", "jam_buka: 17:30", "field-type", "`jam_buka: 17.30-…`"),
    ("shop", "jam_buka: {minggu: off}", "field-type", "`minggu: tutup`"),
    ("shop", "jam_buka: {minggu: no}", "field-type", "`minggu: tutup`"),
    ("shop", "jam_buka: {no: tutup}", "field-type", "`senin`"),
    ("shop", "telepon: 1e10", "field-type", "satu nomor saja"),
    ("shop", "telepon: 0x1F", "field-type", "satu nomor saja"),
    ("shop", "alamat: Jalan Raya #5", "yaml-comment", '"Jalan Raya #5"'),
    ("shop", "sejak: 01976", "field-type", "empat angka"),
    ("shop", "sejak: 1_976", "field-type", "empat angka"),
    ("shop", "lokasi: {lat: 7:30, lon: 112.7}", "field-type", "`lintang: …`"),
    ("market", "negara: false", "field-type", "`negara: …`"),
    (
        "event",
        "mulai: 2026-11-01T10:00:00+25:00",
        "field-type",
        "`mulai: 2026-11-01 10.00` hanya bila tanpa `+25:00`",
    ),
    ("event", "mulai: 10:00", "field-type", "tahun-bulan-hari"),
    ("story", "tanggal: 2026-1-1", "field-type", "`tanggal: 2026-01-01`"),
    ("figure", "nilai: 1,250", "field-type", "`nilai: 1250`"),
    ("figure", "nilai: 0123", "field-type", "angkanya saja"),
    ("figure", "nilai: 1e3", "field-type", "angkanya saja"),
    ("figure", "nilai: .nan", "field-type", "angkanya saja"),
    ("figure", "nilai: 12:30", "field-type", "angkanya saja"),
    ("figure", "lingkup: no", "choice-unknown", "kabupaten"),
]


def entry(kind: str, line: str) -> str:
    """Write a good entry of a kind with one line of it changed or added."""
    _, ending, good = KINDS[kind]
    field = line.partition(":")[0]
    others = "".join(f"{one}\n" for one in good.splitlines() if one.partition(":")[0] != field)
    return f"{others}{line}\n" if ending == "yaml" else f"---\n{others}{line}\n---\n"


def files_of(traps: list[tuple[str, str]]) -> dict[str, str | bytes]:
    """Write an entry for each trap, named by its number."""
    return {
        f"content/{KINDS[kind][0]}/trap-{number}.{KINDS[kind][1]}": entry(kind, line)
        for number, (kind, line) in enumerate(traps)
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the facts of each entry have become, by the entry's id."""
    folder = tmp_path_factory.mktemp("traps")
    templates = ("product", "shop", "event", "story", "market")
    files = files_of([(kind, line) for kind, line, _ in KEPT])
    files |= {f"templates/{name}_page.html": FACTS for name in templates}
    files["templates/figures.html"] = FIGURES
    ran = build(lay_out(folder / "site", files=files), folder / "output")
    assert ran.code == 0, ran.err
    found = {
        path.parent.name: html.unescape(path.read_text("utf-8"))
        for path in (folder / "output").glob("[!e]*/trap-*/index.html")
    }
    figures = html.unescape((folder / "output/angka/index.html").read_text("utf-8"))
    return found | dict(re.findall("(trap-[0-9]+) (.*)", figures))


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    files = files_of([(kind, line) for kind, line, _, _ in REFUSED])
    site = lay_out(tmp_path_factory.mktemp("traps") / "site", files=files)
    ran = sentra("check", "--root", site, "--format", "json")
    assert ran.code == 1
    found: dict[str, list[dict[str, str]]] = {}
    for problem in json.loads(ran.out)["problems"]:
        found.setdefault(Path(problem["path"]).stem, []).append(problem)
    return found


@pytest.mark.parametrize(("number", "line"), [(number, trap[1]) for number, trap in enumerate(KEPT)])
def test_it_comes_out_as_written(number: int, line: str, pages: dict[str, str]) -> None:
    assert KEPT[number][2] in pages[f"trap-{number}"], line


@pytest.mark.parametrize(("number", "line"), [(number, trap[1]) for number, trap in enumerate(REFUSED)])
def test_it_is_refused_with_what_to_write(
    number: int, line: str, problems: dict[str, list[dict[str, str]]]
) -> None:
    _, _, code, hint = REFUSED[number]
    told = [(problem["code"], problem["hint"]) for problem in problems[f"trap-{number}"]]
    assert any(one == code and hint in text for one, text in told), told
