"""How a text that an editor wrote becomes a number, a price, a day, hours or an address.

YAML never types a value here: `250.000` is a price or a shop's number only because the field
says so. Each reader takes what was written (a text, or where a field allows it a list or a
mapping of texts) and returns a value or raises `ScalarFault`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Generic, TypeAlias, TypeVar

from msgspec import Struct, field

from site_builder.model.readers.contact import (
    read_email,
    read_handle,
    read_phone,
    read_web_url,
    read_whatsapp,
)
from site_builder.model.readers.counted import CENTIMETRES, GRAMS, METRES, MINUTES
from site_builder.model.readers.hours import read_hours
from site_builder.model.readers.moments import read_when
from site_builder.model.readers.numbers import (
    number_in,
    read_count_a_month,
    read_days,
    read_degrees,
    read_number,
    read_whole_number,
    whole_number_in,
)
from site_builder.model.readers.paths import read_photo_file, read_site_path
from site_builder.model.readers.prices import read_price, read_rupiah
from site_builder.model.readers.sizes import read_bytes
from site_builder.model.readers.times import read_day, read_period, read_since, read_year
from site_builder.model.readers.words import (
    read_country,
    read_hs_code,
    read_id,
    read_lang_code,
    read_plain,
    read_unit,
    read_words,
    read_yes_no,
)
from site_builder.model.readers.written import ScalarFault, Written
from site_builder.model.values import DayRange, Hours, Moment, PriceRange, Quantity
from site_builder.names import EntryId

__all__ = ["Scalar", "ScalarFault", "Written"]  # and the types of fields below

T = TypeVar("T")

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json]"
JsonSchema: TypeAlias = Mapping[str, Json]


class Scalar(
    Struct, Generic[T], frozen=True, eq=False
):  # compared by identity: typing hashes what it annotates
    """Marks a field whose text is read by `read`; `schema` describes the text in JSON Schema."""

    read: Callable[[Written], T]
    schema: JsonSchema = field(default_factory=dict)


def _text(indonesian: str, english: str, **more: str) -> JsonSchema:
    return {"type": "string", "description": f"{indonesian} / {english}", **more}


def _number(indonesian: str, english: str) -> JsonSchema:
    """Describe a field that a text editor may take for a number: both forms are read alike."""
    return {"type": ["string", "number"], "description": f"{indonesian} / {english}"}


def _one_or_two(indonesian: str, english: str, one: JsonSchema) -> JsonSchema:
    """Describe a value that may also be given by its two ends."""
    ends: JsonSchema = {
        "type": "object",
        "properties": {"min": one, "max": one, "terendah": one, "tertinggi": one},
        "additionalProperties": False,
    }
    about = f"{indonesian}, atau {{min, max}} / {english}, or {{min, max}}"
    return {"description": about, "anyOf": [one, ends]}


_RUPIAH = _number("Harga dalam rupiah: 250000 atau 250.000", "Price in rupiah: 250000 or 250.000")
_PRICE = _one_or_two("Harga dalam rupiah", "Price in rupiah", _RUPIAH)
_COUNT = _number("Jumlah hari: 14, atau 14-21", "Days: 14, or 14-21")
_DAYS = _one_or_two("Jumlah hari", "Days", _COUNT)
_ONE_DAY: JsonSchema = {
    "anyOf": [{"type": ["string", "number"]}, {"type": "array", "items": {"type": ["string", "number"]}}]
}
_HOURS: JsonSchema = {
    "description": "Jam buka: {senin-jumat: 08.00-17.00, minggu: tutup} / Opening hours: {sunday: closed, …}",
    "anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": _ONE_DAY}],
}
_WORDS: JsonSchema = {
    "description": "Satu teks atau daftar teks / One text or a list of texts",
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
}

Price = Annotated[PriceRange, Scalar(read_price, _PRICE)]
"""`250.000`, `Rp250.000`, `{min: 250000, max: 1.600.000}`; never `Rp 250rb`, `-1`, `1e9`, `12,50`."""
Rupiah = Annotated[int, Scalar(read_rupiah, _RUPIAH)]
WholeNumber = Annotated[int, Scalar(read_whole_number, _number("Bilangan bulat", "Whole number"))]
"""Zero or more, `2.500` is 2500."""
CountAMonth = Annotated[int, Scalar(read_count_a_month, _number("Jumlah sebulan", "How many a month"))]
Metres = Annotated[int, Scalar(whole_number_in(METRES), _number("Meter", "Metres"))]
Grams = Annotated[int, Scalar(whole_number_in(GRAMS), _number("Gram", "Grams"))]
Minutes = Annotated[int, Scalar(whole_number_in(MINUTES), _number("Menit", "Minutes"))]
"""Whole numbers whose hint knows other units: `2 km` is 2000."""
DayCount = Annotated[DayRange, Scalar(read_days, _DAYS)]
"""`14`, `14-21`, `{min: 14, max: 21}`; `2 minggu` is refused with 14."""
Number = Annotated[
    Quantity, Scalar(read_number, _number("Angka: 4,16 atau 2.500", "Number: 4.16 or 2.500 (2500)"))
]
"""`4,16`, `4.16` (ambiguous thousands refused with a hint), `410`, `±2.500`, `-3,2`."""
Centimetres = Annotated[
    Quantity, Scalar(number_in(CENTIMETRES), _number("Sentimeter: 32,5", "Centimetres: 32.5"))
]
Degrees = Annotated[
    float, Scalar(read_degrees, _number("Derajat desimal: -7,5069", "Decimal degrees: -7.5069"))
]
ByteCount = Annotated[int, Scalar(read_bytes, _number("Ukuran: 14 kB", "Size: 14 kB"))]
"""`14 kB`, `14.000`, `1,5 MB`; a kilobyte has 1,000 bytes. A bare `14` is refused with `14 kB`."""
YesNo = Annotated[
    bool, Scalar(read_yes_no, {"type": ["boolean", "string"], "description": "ya atau tidak / yes or no"})
]
"""`true`/`ya`/`yes`, `false`/`tidak`/`no`."""
Day = Annotated[str, Scalar(read_day, _text("Tanggal: 2026-11-01", "Day: 2026-11-01"))]
"""ISO day `2026-11-01`, must exist; `1 November 2026` and `01/11/2026` are refused with the ISO form."""
When = Annotated[Moment, Scalar(read_when, _text("Tanggal, atau tanggal dan jam", "Day, or day and time"))]
Year = Annotated[int, Scalar(read_year, _number("Tahun: 1976", "Year: 1976"))]
_WHEN_IT_WAS = _number(
    "Kapan terjadi: 1976, 197X, 1976-03, 1976/1980", "When: 1976, 197X, 1976-03, 1976/1980"
)
Period = Annotated[str, Scalar(read_period, _WHEN_IT_WAS)]
"""ISO 8601-2: a year, a decade (`197X`), a month, a day, or from one to another."""
Since = Annotated[str, Scalar(read_since, _number("Sejak kapan: 2026-11", "Since when: 2026-11"))]
"""A day, a month or a year, as precisely as one knows it: from then on it has been so."""
OpeningHours = Annotated[Hours, Scalar(read_hours, _HOURS)]
"""`{senin-jumat: 08.00-17.00, sabtu: 08:00–12:00, minggu: tutup}`, `setiap_hari`; several by comma."""
Phone = Annotated[
    str, Scalar(read_phone, _number("Nomor telepon: 0314567012", "Telephone number: 0314567012"))
]
"""Kept as written but for spaces; `0314567012` keeps its zero, `+390123` its plus."""
WhatsApp = Annotated[str, Scalar(read_whatsapp, _number("Nomor WhatsApp: 08…", "WhatsApp number: +62…"))]
"""International digits without plus: `0812-3456-789` is `628123456789`."""
Email = Annotated[str, Scalar(read_email, _text("Alamat surel", "E-mail address"))]
WebUrl = Annotated[str, Scalar(read_web_url, _text("Alamat web: https://…", "Web address: https://…"))]
"""`https://…` or `http://…` only."""
Handle = Annotated[str, Scalar(read_handle, _text("Nama akun Instagram", "Name of the Instagram account"))]
"""An Instagram account without `@` or address."""
Country = Annotated[str, Scalar(read_country, _text("Kode negara ISO 3166: JP", "ISO 3166 country code: JP"))]
"""ISO 3166-1 alpha-2, upper case; `NO` is Norway."""
LangCode = Annotated[str, Scalar(read_lang_code, _text("Kode bahasa: id", "Language code: en"))]
HsCode = Annotated[str, Scalar(read_hs_code, _number("Kode HS: 4202.21", "HS code: 4202.21"))]
SitePath = Annotated[
    str, Scalar(read_site_path, _text("Alamat lama: /produk/lama/", "Former address: /old/"))
]
"""A former address on this site, `/produk/lama/`, safe on every host."""
PhotoFile = Annotated[
    str, Scalar(read_photo_file, _text("Berkas foto: intako/depan.jpg", "Photo: intako/front.jpg"))
]
"""A path below the entry's kind folder: `intako/front.jpg`, NFC, no `..`."""
Plain = Annotated[str, Scalar(read_plain, {"type": ["string", "number"], "description": "Teks / Text"})]
"""Any text that is the same in every language."""
Unit = Annotated[
    str,
    Scalar(read_unit, _text("Satuan: kode dari kosakata, persen", "Unit: a code of the vocabulary, percent")),
]
"""The id of a word of the vocabulary; `%` and `persen` are `percent`, which needs none."""
Id = Annotated[EntryId, Scalar(read_id, _text("Nama berkas tanpa akhiran", "File name without ending"))]
"""The id of an entry; `RefTo` beside it says of which kind, and the check of references that it exists."""
Words = Annotated[tuple[str, ...], Scalar(read_words, _WORDS)]
"""A list of plain texts, or one."""
