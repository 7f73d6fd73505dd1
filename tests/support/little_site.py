"""A small site with one of everything, made in a moment: what the laws of the builder are tried on."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PIL import Image

from site_builder.commands import run_build, run_explain
from site_builder.fresh_build import fresh_report
from site_builder.freshness import glance
from site_builder.options import BuildOptions
from site_builder.plan.search import SCRIPT
from site_builder.report import BuildReport
from site_builder.store.opening import open_store
from tests.support.programs import ROOT

NOW = dt.datetime(2026, 3, 1, 5, tzinfo=dt.UTC)
AT_THAT_TIME = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
"""The environment of a command that builds at that time: what is to come, and what is over, hangs on it."""

BASE_URL = "https://example.org/"

_CONFIG = """\
nama: {id: Sentra Kecil, en: Little Cluster}
slogan: {id: Tas dari satu gang, en: Bags from one lane}
bahasa:
  - {kode: id, nama: Bahasa Indonesia}
  - {kode: en, nama: English}
alamat_situs: https://example.org/
zona_waktu: Asia/Jakarta
bagian:
  toko: {id: toko, en: shops}
  produk: {id: produk, en: products}
  kunjungan: {id: rute, en: trips}
  tempat: {id: tempat, en: places}
  acara: {id: acara, en: events}
  cerita: {id: cerita, en: stories}
  pasar: {id: pasar, en: markets}
  angka: {id: angka, en: figures}
  grafik: {id: grafik, en: charts}
menu: [produk, toko, tentang]
menu_bawah: [angka]
kontak: {organisasi: Sentra Kecil, alamat: Gang Kecil 1}
isi_halaman: 2
"""

_VOCABULARY = """\
kategori:
  dompet: {id: Dompet, en: Wallets}
  tas: {id: Tas, en: Bags}
  koper: {id: Koper, en: Suitcases}
bahan:
  kulit: {id: Kulit sapi, en: Cow leather}
  kanvas: {id: Kanvas, en: Canvas}
warna:
  hitam: {id: Hitam, en: Black}
layanan:
  grosir: {id: Grosir, en: Wholesale}
pembayaran:
  tunai: {id: Tunai, en: Cash}
tag:
  sejarah: {id: Sejarah, en: History}
satuan:
  miliar-sebulan: {id: miliar rupiah sebulan, en: billion rupiah a month}
  miliar-setahun: {id: miliar rupiah setahun, en: billion rupiah a year}
  orang: {id: orang, en: people}
"""

_SOURCE = (
    "sumber: [{judul: Kabar Kecil, penerbit: Kabar, tanggal: 2018-11, tautan: https://example.com/kabar}]"
)


def _entry(fields: str, body: str = "") -> str:
    return f"---\n{fields.strip()}\n---\n\n{body.strip()}\n"


def _section(title: str, template: str) -> str:
    return _entry(f"judul: {title}\ntemplat: {template}", f"Pembuka halaman {title}.")


_PAGES = {
    "beranda.md": _entry("judul: Beranda\ntemplat: home\nringkasan: Tas dari satu gang.", "Selamat datang."),
    "beranda.en.md": _entry("title: Home\nsummary: Bags from one lane.", "Welcome."),
    "produk.md": _section("Produk", "products"),
    "produk.en.md": _entry("title: Products", "Opening."),
    "toko.md": _section("Toko", "shops"),
    "kunjungi.md": _section("Kunjungi", "visit"),
    "ekspor.md": _section("Ekspor", "exports"),
    "angka.md": _section("Angka", "figures"),
    "cerita.md": _section("Cerita", "stories"),
    "tempat.md": _section("Tempat", "places"),
    "acara.md": _section("Acara", "events"),
    "pasar.md": _section("Pasar", "markets"),
    "tentang.md": _entry(
        "judul: Tentang\nalias: [/siapa-kami/]",
        """
Lihat [[shop:intako]], [[product:koper|koper kami]] dan [[page:produk]]. Sebulan [[figure:omzet-bulan]].

[[chart:omzet]]

| Tahun | Isi |
| --- | --- |
| 1976 | mulai[^1] |

[^1]: Menurut kabar.
""",
    ),
    "tentang.en.md": _entry("title: About", "See [[shop:intako]]; [[figure:omzet-bulan]] a month."),
}

_SHOPS = {
    "intako.md": _entry(
        """
nama: Koperasi Intako
ringkasan: Satu ruang untuk banyak perajin.
jenis: koperasi
kategori: [dompet, tas]
alamat: Gang Kecil 2
desa: Kedensari
lokasi: {lintang: -7.5, bujur: 112.7}
wa: 081234567890
jam_buka: {senin-sabtu: 08.00-17.00, minggu: tutup}
pembayaran: [tunai]
layanan: [grosir]
foto: [{berkas: intako/depan.jpg, teks_alt: {id: Bagian depan, en: The front}}]
sejak: 1976
""",
        "Buka setiap hari kerja.\n\n[[photos]]\n\n[[map:toko]]",
    ),
    "intako.en.md": _entry("name: Intako Cooperative", "Open on weekdays."),
    "mekar.md": _entry(
        "nama: Toko Mekar\ncontoh: ya\njenis: toko\nkategori: [dompet]\nalamat: Gang Kecil 3\ndesa: Kludan",
        "Sebuah contoh.",
    ),
}

_PRODUCTS = {
    "koper.md": _entry(
        f"nama: Koper\nkategori: koper\nbahan: [kulit]\nharga_diberitakan: {{terendah: 135.000, tahun: 2018, "
        f"sumber: Kabar}}\n{_SOURCE}",
        "Yang membuat gang ini dikenal.",
    ),
    "dompet-1.md": _entry(
        "nama: Dompet Satu\ntoko: intako\nkategori: dompet\nbahan: [kulit]\nwarna: [hitam]\nharga: 165.000\n"
        "ukuran_cm: {lebar: 11, tinggi: 9}\nsiap_ekspor: ya",
        "Enam tempat kartu.",
    ),
    "dompet-1.en.md": _entry("name: Wallet One", "Six card slots."),
    "dompet-2.md": _entry(
        "nama: Dompet Dua\ntoko: intako\nkategori: dompet\nbahan: [kulit]\n"
        "harga: {terendah: 90.000, tertinggi: 120.000}",
        "Dua ruang uang. Lihat [[product:dompet-1]].",
    ),
    "dompet-3.md": _entry(
        "nama: Dompet Tiga\ncontoh: ya\ntoko: mekar\nkategori: dompet\nbahan: [kanvas]", "Sebuah contoh."
    ),
    "tas-1.md": _entry(
        "nama: Tas Satu\ntoko: intako\nkategori: tas\nbahan: [kulit, kanvas]\n"
        "foto: [{berkas: tas-1/sisi.png, teks_alt: Dari sisi}]\nalias: [/tas-lama/]",
        "Dijahit rapat.",
    ),
    "belum.md": _entry("nama: Belum Jadi\ndraf: ya\ntoko: intako\nkategori: tas\nbahan: [kulit]", "Nanti."),
}

_OTHERS = {
    "visits/sehari.md": _entry(
        "nama: Sehari\ntema: belanja\nlama_menit: 120\nperhentian:\n  - {toko: intako, menit: 45}\n"
        "  - {tempat: taman, menit: 30, catatan: Foto bersama.}",
        "Berjalan kaki.",
    ),
    "places/taman.md": _entry(
        "nama: Taman\nalamat: Gang Kecil 4\nlokasi: {lintang: -7.51, bujur: 112.71}\ntiket: Gratis",
        "Rindang.",
    ),
    "events/pekan.md": _entry("nama: Pekan Kulit\nmulai: 2026-05-01\nselesai: 2026-05-03", "Ramai."),
    "stories/awal.md": _entry(
        "judul: Awal\ntanggal: 2017-05-01\ntag: [sejarah]", "Dahulu. Baca [[story:baru]]."
    ),
    "stories/baru.md": _entry("judul: Baru\ntanggal: 2025-06-01\ntag: [sejarah]", "Kini."),
    "stories/baru.en.md": _entry("title: New", "Today."),
    "markets/jp.md": _entry(
        "nama: Jepang\nnegara: JP\nbahasa: [ja]\npersyaratan: [Label yang layak.]", "Pembeli lama."
    ),
}

_FIGURES = {
    "omzet-bulan": ("Omzet sebulan", "6,75", "miliar-sebulan", ""),
    "omzet-tahun": ("Omzet setahun", "81", "miliar-setahun", "sama_dengan: '[omzet-bulan] * 12'\n"),
    "kunjungan": ("Kunjungan", "1200", "orang", ""),
}


def _figure(name: str, value: str, unit: str, rest: str) -> str:
    label = f"{{id: {name}, en: {name} in English}}"
    return (
        f"label: {label}\nnilai: {value}\nsatuan: {unit}\nperiode: 2018\nlingkup: sentra\n{rest}{_SOURCE}\n"
    )


def content_files() -> dict[str, str]:
    """Give the text of every file below `content/` by its path below the project."""
    files = {"site.yaml": _CONFIG, "vocabulary.yaml": _VOCABULARY}
    for folder, entries in (("pages", _PAGES), ("shops", _SHOPS), ("products", _PRODUCTS)):
        files |= {f"{folder}/{name}": text for name, text in entries.items()}
    files |= _OTHERS
    files |= {f"figures/{id_}.yaml": _figure(*facts) for id_, facts in _FIGURES.items()}
    files["charts/omzet.yaml"] = (
        "judul: {id: Omzet, en: Turnover}\njenis: batang\nsatuan: miliar-sebulan\n"
        "keterangan: {id: Sebulan., en: A month.}\n"
        f"baris: [{{angka: omzet-bulan}}, {{label: {{id: Lain, en: Other}}, nilai: 5}}]\n{_SOURCE}\n"
    )
    return {f"content/{path}": text for path, text in files.items()}


@cache
def photo(kind: str = "JPEG", shade: int = 120, size: tuple[int, int] = (48, 36)) -> bytes:
    """Make a picture of one colour; a JPEG carries what a telephone writes into it."""
    out = io.BytesIO()
    if kind == "PNG":
        Image.new("RGBA", size, (shade, 80, 40, 128)).save(out, "PNG")
    else:
        exif = Image.Exif()
        exif[0x010F] = "Telepon Kecil"
        Image.new("RGB", size, (shade, 80, 40)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def product(number: int) -> str:
    """Write one more product of the one shop."""
    return _entry(
        f"nama: Tas Nomor {number:03}\ntoko: intako\nkategori: tas\nbahan: [kulit]\n"
        f"harga: {100 + number}.000",
        f"Tas nomor {number} dijahit *rapat* dan **rapi**.\n\n- satu\n- dua\n\nLihat [[product:koper]].",
    )


@dataclass(frozen=True)
class LittleSite:
    """A project on disk that can be edited and built."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    def options(self) -> BuildOptions:
        return BuildOptions(self.root, self.output, NOW, jobs=1)

    def build(self, options: BuildOptions | None = None) -> BuildReport:
        """Build in this process, by the way the command `sentra build` goes."""
        options = options or self.options()
        store = open_store(options)
        try:
            seen = glance(options, store)
            return fresh_report(seen, options, store) or run_build(options, store, seen)
        finally:
            store.close()

    def build_from_nothing(self, output: Path) -> BuildReport:
        """Build into another folder, that is emptied first, without what is known of earlier builds."""
        if output.exists():
            shutil.rmtree(output)
        return self.build(replace(self.options(), output=output, use_cache=False))

    def build_clean(self, output: Path) -> dict[str, bytes]:
        """Build from nothing into another folder; give the tree."""
        self.build_from_nothing(output)
        return tree_of(output)

    def explain(self, path: str) -> dict[str, object]:
        store = open_store(self.options())
        try:
            return run_explain(self.options(), store, path)
        finally:
            store.close()

    def sentra(
        self, *arguments: str, environment: Mapping[str, str] | None = None, seconds: float = 120
    ) -> subprocess.CompletedProcess[str]:
        """Run the command in a process of its own, speaking English, at the time of the site."""
        command, *rest = arguments
        return subprocess.run(
            [sys.executable, "-m", "site_builder", command, "--root", str(self.root), *rest],
            cwd=ROOT,
            env={**os.environ, **AT_THAT_TIME, "SENTRA_LANG": "en", "NO_COLOR": "1", **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=seconds,
            check=False,
        )

    def build_json(self, *arguments: str) -> dict[str, Any]:
        """Run `sentra build --format json`, which must succeed; give the report."""
        done = self.sentra("build", "--format", "json", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        report: dict[str, Any] = json.loads(done.stdout)
        return report

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def replace(self, path: str, old: str, new: str) -> None:
        """Put `new` in the place of `old`, which must be there."""
        text = self.read(path)
        assert old in text, f"{path} does not say {old!r}"
        self.write(path, text.replace(old, new))

    def remove(self, path: str) -> None:
        (self.root / path).unlink()

    def tree(self) -> dict[str, bytes]:
        return tree_of(self.output)

    def published(self, path: str) -> str:
        return (self.output / path).read_text("utf-8")

    def is_published(self, path: str) -> bool:
        return (self.output / path).exists()


def make_little_site(
    root: Path, *, products: int = 0, with_search: bool = False, with_shares: bool = False
) -> LittleSite:
    """Write the project below `root`, with this many products more.

    Share pictures take a tenth of a second each, so only tests about them have any.
    """
    site = LittleSite(root)
    for folder in ("templates", "assets"):
        shutil.copytree(ROOT / folder, root / folder)
    if not with_search:  # its index takes as long as all the rest of so small a site
        for script in (SCRIPT, "js/open-search.js"):
            (root / "assets" / script).unlink()
    if not with_shares:
        site.remove("templates/share.svg")
    for path, text in content_files().items():
        site.write(path, text)
    for number in range(1, products + 1):
        site.write(f"content/products/tas-no-{number:03}.md", product(number))
    site.write("content/shops/intako/depan.jpg", photo())
    site.write("content/products/tas-1/sisi.png", photo("PNG"))
    return site


def tree_of(folder: Path) -> dict[str, bytes]:
    """Read every file below `folder`, the list that Sentra keeps there included; a link shows where to."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}".encode()
        elif path.is_file():
            found[name] = path.read_bytes()
        else:
            found[f"{name}/"] = b""
    return found


def difference(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> str:
    """Say how two trees differ, so that a failing test can be read; empty when they do not."""
    lines = [f"only in the first: {name}" for name in sorted(one.keys() - other.keys())]
    lines += [f"only in the second: {name}" for name in sorted(other.keys() - one.keys())]
    for name in sorted(one.keys() & other.keys()):
        if one[name] != other[name]:
            lines.append(f"differs: {name}\n{_first_difference(one[name], other[name])}")
    return "\n".join(lines[:20])


def _first_difference(one: bytes, other: bytes) -> str:
    at = next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    start = max(0, at - 60)
    return f"  first: {one[start : at + 60]!r}\n  second: {other[start : at + 60]!r}"
