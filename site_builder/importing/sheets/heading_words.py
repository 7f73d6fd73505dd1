"""What the heading of a group of rows means: other prices than buyers pay, or only how rows are sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_builder.importing.cells.office_forms import Known, tidy
from site_builder.importing.cells.plain_words import plain_words
from site_builder.importing.cells.words import find_term
from site_builder.importing.sheets.groups import NUMBERED
from site_builder.names import Kind
from site_builder.text.slug import slug_of
from site_builder.text.village_names import village_name
from site_builder.validate.shapes import ChoiceShape, shape_of_kind

_PRICES = re.compile(
    r"\A\W*(?:(?:daftar|list)\s+)?(?:harga|hrg|hpp|price\s*list|pricelist|prices?)\b", re.IGNORECASE
)
_OF_BUYERS = frozenset(
    {"daftar", "list", "harga", "hrg", "price", "prices", "pricelist", "eceran", "ecer", "satuan",
     "retail", "ritel", "jual", "normal", "biasa", "konsumen", "pembeli", "umum", "resmi",
     "terbaru", "berlaku", "pas", "murah", "baru", "produk", "barang", "per", "pcs", "buah", "biji",
     "rp", "rupiah", "idr", "dalam", "di", "toko", "dan", "untuk"}
)  # fmt: skip
"""Words that leave prices what every buyer pays."""
_LISTED = re.compile(r"\A\W*(?:daftar|list|price\s*list|pricelist)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b", re.ASCII)
_SORTS = re.compile(
    r"(?:desa|ds|kelurahan|kel|dusun|dsn|kecamatan|kec|kabupaten|kab|kota|rt|rw|wilayah|sentra|kelompok|klaster"
    r"|cluster|blok|zona)\b[^?]*",
    re.IGNORECASE,
)
"""A place or a group and its name."""
_PAGE = re.compile(
    r"(?:halaman|hal|lembar|lanjutan|bagian|bulan|tahun|triwulan|tw|semester|caturwulan|kuartal)\b"
    r"(?:\s+(?:ke|dari|tahun|[ivx]+|\d{1,4}|[a-z]))*\W*",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    {"pengrajin", "perajin", "pembuat", "penjual", "pedagang", "pengusaha", "produsen", "industri",
     "usaha", "umkm", "ikm", "ukm", "toko", "bengkel", "grosir", "koperasi", "produk", "produksi",
     "barang", "acara", "kegiatan", "event", "kerajinan", "aneka", "macam", "jenis", "kategori",
     "daftar", "data", "nama", "binaan", "anggota", "pameran", "bazar", "pelatihan", "dan", "atau",
     "di", "untuk", "kecil", "besar", "sedang", "sentra", "aktif", "baru", "januari", "februari",
     "pebruari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober",
     "november", "nopember", "desember"}
)  # fmt: skip
"""Words that sort entries, and say nothing else of them."""


_SECTIONS = ("categories", "materials", "colours")


def heads_prices(text: str) -> bool:
    """Whether a text heads prices, so that it names no product: `HARGA PABRIK`."""
    return _PRICES.match(_bare(text)) is not None


def heads_other_prices(text: str, words: Known) -> bool:
    """Whether a heading of prices says anything that is not known to be harmless: traders have many names.

    The year of `DAFTAR HARGA 2026` is that of the list; `HARGA TAHUN 2023` may hold no more.
    """
    plain = _bare(text)
    if not heads_prices(plain):
        return False
    bare = _YEAR.sub("", plain) if _LISTED.match(plain) else plain
    left = [word for word in re.findall(r"\w+", bare.lower()) if word not in _OF_BUYERS]
    return bool(left) and not _is_of_words(left, words)


def is_understood(text: str, words: Known, kind: Kind) -> bool:
    """Whether a heading only says of which village, category or kind its rows are, or of which page."""
    plain = _bare(text)
    named = {slug_of(plain), slug_of(village_name(plain))}
    if not named.isdisjoint(words.villages) or not named.isdisjoint(words.shops):
        return True
    if not any(map(str.isalpha, plain)) or heads_prices(plain):
        return True
    if _SORTS.fullmatch(plain) or _PAGE.fullmatch(plain):
        return True
    if "?" in plain:
        return False
    shapes = [field.shape for field in shape_of_kind(kind).fields]
    meant = {word for shape in shapes if isinstance(shape, ChoiceShape) for word in shape.meant}
    left = [word for word in re.findall(r"[^\W\d_]+", plain.lower()) if word not in _PLAIN | meant]
    return len(plain) > 1 and _is_of_words(left, words)


def _is_of_words(left: Iterable[str], words: Known) -> bool:
    """Whether words are those of the site's vocabulary, one by one or as one name."""
    left = [*left]
    known = {
        part
        for section, terms in words.terms.items()
        if section in _SECTIONS
        for term, names in terms.items()
        for name in (term, *names.texts.values())
        for part in slug_of(name).split("-")
    }
    terms = words.terms.get("categories", {})
    return known.issuperset(left) or bool(find_term(terms, " ".join(left)))


def _bare(text: str) -> str:
    return NUMBERED.sub("", plain_words(tidy(text)), count=1)
