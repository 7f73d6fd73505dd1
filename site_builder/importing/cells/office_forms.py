"""What stands in a cell, as a content file would have it: the few forms of offices that mean one thing only.

All else goes to the readers of fields as it is, and they refuse it with what to write.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from site_builder.importing.cells.amounts_in_words import hs_code_in, of_one_piece
from site_builder.importing.cells.choices import choice_named
from site_builder.importing.cells.day_order import DAY_FIELDS
from site_builder.importing.cells.days import day_in
from site_builder.importing.cells.mail import instagram_among, plain_email
from site_builder.importing.cells.opening import week_in
from site_builder.importing.cells.plain_words import plain_words
from site_builder.importing.cells.prices import price_in
from site_builder.importing.cells.side_words import with_all_words
from site_builder.importing.cells.telephone import numbers_in
from site_builder.importing.cells.unfit import WORDY, refuse_unfit
from site_builder.importing.cells.words import (
    find_term,
    in_full,
    near_names,
    term_named,
    without_more,
)
from site_builder.model.fields import RefTo, TermOf
from site_builder.model.localized import Localized
from site_builder.model.readers.coordinates import coordinates_in
from site_builder.model.readers.words import DITTO, language_named
from site_builder.model.readers.written import ScalarFault, Written, shorten, together
from site_builder.names import Kind
from site_builder.spreadsheets.cells import Cell, What
from site_builder.text.slug import slug_of
from site_builder.text.village_names import village_name
from site_builder.validate.shapes import ChoiceShape, FieldShape, ListShape, RecordShape, ScalarShape, Shape

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Letters and figures of East Asia that are as wide as its signs."""
_NOTHING = frozenset(
    {
        "", "-", "--", "---", "–", "—", "_", ".", "...", "…", "?", "n/a", "tidak ada", "tdk ada", "tak ada",
        "belum ada", "blm ada", "tidak punya", "tdk punya", "belum punya", "blm punya", "tidak memiliki",
        "tidak tersedia", "-0-", "(-)", "tidak ada data",
        "kosong", "nihil", "belum", "none", "null", "tidak tahu", "tidak diketahui",
    }
)  # fmt: skip
_NONE_OF_IT = re.compile(
    r"(?:tidak|belum)\s+(?:ada|punya|memiliki|mempunyai|tersedia|pakai)"
    r"(?:\s+(?:no|nomor|hp|wa|whatsapp|telp|telepon|telpon|tlp|ig|instagram|email|surel|website|web|medsos|data|/))*"
    r"(?:\s*/\s*(?:hp|wa|whatsapp|telp|telepon))?\W*",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"[,;|•\n]")
_WORDS = re.compile(r"\s*(?:[/&+]|\s(?:dan|and)\s)\s*", re.IGNORECASE)
_CLEAR = {
    "whole-number-only": re.compile(
        r"\d[\d.,]*(?:\s*(?:-|–|s/d)\s*\d+)?\s*(?:pcs|pc|buah|bh|pasang|psg|unit|biji|helai|lembar|lusin"
        r"|kodi|hari|minggu|gram|gr|g|kg)\.?(?:\s*(?:/|per)\s*(?:bln|bulan|month)\.?)?",
        re.IGNORECASE,
    ),
    "url-scheme": re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?", re.IGNORECASE),
}
"""Faults of the reader whose hint is surely what was meant, and the texts of which that holds: `50 pcs`."""
_MOST_NAMED = 5
_DAY_AND_YEAR = re.compile(
    r"(?:\d{1,2}[\s-])?(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*[\s-]"
    r"((?:19|20)\d\d)|(?:\d{1,2}[-/.]\d{1,2}[-/.])((?:19|20)\d\d)",
    re.ASCII | re.IGNORECASE,
)
_ISO_DAY = re.compile(r"((?:19|20)\d\d)-\d\d-\d\d", re.ASCII)
_CUT_YEAR = re.compile(r"(?:(?:tahun|thn?\.?|sejak|berdiri)\s+)?['’‘`](\d\d)", re.IGNORECASE | re.ASCII)
_FIRST_CUT_YEAR = 40
"""`'98` is 1998, `'05` 2005: an apostrophe says that a year is cut short."""
FIRST_LIKELY_YEAR = "1930"
"""Of a business that is still there; a program that takes a year for a day makes one of 1905 of it."""
_TIME = re.compile(
    r"(?:pukul|pkl\.?|jam)?\s*(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)(?![.:/-]?\d)", re.ASCII | re.IGNORECASE
)


class Known(Struct, frozen=True):
    """What names in cells may lead to."""

    terms: Mapping[str, Mapping[str, Localized]]
    """Section of the vocabulary to its words."""
    shops: Mapping[str, tuple[str, ...]]
    """Slug of a name or an id to the ids of the shops that are called so."""
    villages: Mapping[str, str] = {}
    """Slug of a village to its name as the site writes it."""
    shop_names: Mapping[str, str] = {}
    """By the ids of shops their names."""


def tidy(text: str) -> str:
    """Leave out what nobody sees, and every space but one between words."""
    return " ".join(_UNSEEN.sub("", text).translate(_WIDE).replace("\u2028", " ").split())


def says_nothing(cell: Cell) -> bool:
    """Whether an office means by it that there is nothing: `-`, `tidak ada`."""
    said = tidy(cell.text).casefold()
    bare = re.sub(r"^[(\[]\s*(.*?)\s*[)\]]$", r"\1", said)
    is_none = _NONE_OF_IT.fullmatch(plain_words(bare)) is not None
    return cell.what in (What.TEXT, What.NUMBER) and (said in _NOTHING or bare in _NOTHING or is_none)


def is_cut_year(text: str) -> bool:
    """Whether an apostrophe stands for a century: elsewhere it is typed to keep a number as it is."""
    return _CUT_YEAR.fullmatch(tidy(text)) is not None


def has_time(cell: Cell) -> bool:
    """Whether a cell begins with an hour of the day and holds no day."""
    return _TIME.match(tidy(cell.text)) is not None


def has_coordinates(cell: Cell) -> bool:
    return coordinates_in(tidy(cell.text)) is not None


def has_place(cell: Cell) -> bool:
    """Whether a cell holds coordinates, or means to."""
    text = tidy(cell.text)
    return coordinates_in(text) is not None or text.startswith(("http://", "https://")) or "°" in text


def refuse_unshown(cell: Cell) -> None:
    """Refuse a cell whose formula failed or was not worked out, and a number that is shown as another."""
    if cell.what is What.ERROR:
        raise ScalarFault("cell-formula", "error", {"value": shorten(cell.text)})
    if cell.what is What.UNLIKE:
        raise ScalarFault("cell-shown", "", {"value": shorten(cell.text)})
    if cell.what is What.UNCOMPUTED:
        raise ScalarFault("cell-formula", "", {})


def written_in(field: FieldShape, cell: Cell, known: Known) -> Written:
    """Give the value of a cell as its field would be written; raises `ScalarFault`."""
    refuse_unshown(cell)
    is_name = field.name == "name" and tidy(cell.text)[:4].lower() == "sama"
    if DITTO.fullmatch(tidy(cell.text)) and not is_name:
        raise ScalarFault("cell-words", "ditto", {"value": shorten(tidy(cell.text))})
    if field.name in WORDY and cell.what is not What.DAY and not any(map(str.isalpha, cell.text)):
        raise ScalarFault("cell-words", "", {"value": shorten(tidy(cell.text))})
    refuse_unfit(field.name, tidy(cell.text))
    try:
        return _read_in(field, cell, known)
    except ScalarFault as fault:
        raise with_all_words(field.name, tidy(cell.text), fault) from fault


def _read_in(field: FieldShape, cell: Cell, known: Known) -> Written:
    value: Written
    match field.name:
        case "hours":
            value = week_in(tidy(cell.text))
        case "location":
            value = _location(tidy(cell.text))
        case "price":
            value = price_in(of_one_piece(tidy(cell.text)))
        case "whatsapp" | "phone":
            value = " / ".join(number.text for number in numbers_in(cell))
        case "email":
            value = plain_email(tidy(cell.text))
        case "instagram":
            value = instagram_among(tidy(cell.text))[0]
        case "hs_code":
            value = hs_code_in(tidy(cell.text))
        case "incoterms":
            value = [tidy(part) for part in _ITEMS.split(cell.text) if tidy(part)]
        case _ if isinstance(field.shape, ListShape):
            value = _items(field, field.shape.item, cell, known)
        case _:
            value = _one(field, field.shape, replace(cell, text=in_full(field.name, cell.text)), known)
    return _taken(field.shape, value)


def _taken(shape: Shape, value: Written) -> Written:
    """Check a value; one that is clear but for its unit or its `https://` is written as files have it."""
    try:
        read(shape, value)
    except ScalarFault as fault:
        meant = fault.values.get("suggestion", "")
        is_clear = isinstance(value, str) and any(
            variant == fault.variant and form.fullmatch(value) for variant, form in _CLEAR.items()
        )
        if not meant or not is_clear:
            raise
        read(shape, meant)
        return meant
    return value


def read(shape: Shape, value: Written) -> object:
    """Give what a value means, by which two can be compared; raises `ScalarFault`."""
    if isinstance(shape, ListShape):
        items = value if isinstance(value, list) else [value]
        return frozenset(read(shape.item, item) for item in items)
    if isinstance(shape, ScalarShape):
        return shape.scalar.read(value)
    if isinstance(shape, ChoiceShape) and isinstance(value, str):
        return shape.meant.get(value.strip().lower(), value)
    if isinstance(shape, RecordShape) and isinstance(value, dict):
        fields = [(shape.by_written.get(name), part) for name, part in value.items()]
        return frozenset((field.name, read(field.shape, part)) for field, part in fields if field is not None)
    return tidy(value) if isinstance(value, str) else repr(value)


def same(shape: Shape, one: Written, other: Written) -> bool:
    """Whether two values mean the same, however they are written."""
    try:
        return read(shape, one) == read(shape, other)
    except ScalarFault:
        return one == other


def _one(field: FieldShape, shape: Shape, cell: Cell, known: Known) -> str:
    text = tidy(cell.text)
    if isinstance(shape, ChoiceShape):
        return choice_named(shape, text)
    ref = shape.ref if isinstance(shape, ScalarShape) else None
    if isinstance(ref, TermOf):
        return term_named(known.terms.get(ref.section, {}), ref.section, text)
    if isinstance(ref, RefTo):
        return _shop(known, ref.kind, text)
    if field.name == "village":
        return known.villages.get(slug_of(village_name(text)), village_name(text))
    if field.name == "languages":
        return language_named(text)
    if field.name == "since" and (cell.what is What.DAY or _ISO_DAY.fullmatch(text)):
        return _year_of_day(text)
    if field.name == "since" and (found := _DAY_AND_YEAR.fullmatch(text)) is not None:
        return _year_of_day(found[1] or found[2])
    if field.name == "since" and (cut := _CUT_YEAR.fullmatch(text)) is not None:
        return f"19{cut[1]}" if int(cut[1]) >= _FIRST_CUT_YEAR else f"20{cut[1]}"
    if field.name == "since":
        return re.sub(r"^(?:tahun|thn?\.?|sejak|berdiri)\s+", "", text, flags=re.IGNORECASE)
    if cell.what is What.DAY and field.name not in DAY_FIELDS:
        raise ScalarFault("cell-date", "", {"value": text})
    if field.name in DAY_FIELDS and isinstance(shape, ScalarShape):
        return day_in(shape, text)
    return text


def _year_of_day(text: str) -> str:
    """Take the year of a day that the program shows as a day; `1905-06-20` is rather a year kept as one."""
    if text[:4] < FIRST_LIKELY_YEAR:
        raise ScalarFault("cell-date", "", {"value": text})
    return text[:4]


def _items(field: FieldShape, shape: Shape, cell: Cell, known: Known) -> list[Written]:
    """Tell several words in one cell apart; one of them may have an `and` of its own."""
    ref = shape.ref if isinstance(shape, ScalarShape) else None
    terms = known.terms.get(ref.section, {}) if isinstance(ref, TermOf) else {}
    parts: list[str] = []
    for part in _ITEMS.split(_UNSEEN.sub("", cell.text)):
        parts += [part] if find_term(terms, tidy(part)) else _WORDS.split(part)
    parts = without_more(map(tidy, parts))
    items: list[str] = []
    faults: list[ScalarFault] = []
    for part in parts:
        try:
            items.append(_one(field, shape, Cell(part, cell.at, cell.what), known))
            read(shape, items[-1])
        except ScalarFault as fault:
            faults.append(fault)
    if faults:
        raise together(faults)
    return list(dict.fromkeys(items))


def _shop(known: Known, kind: Kind, text: str) -> str:
    ids = known.shops.get(slug_of(text), ())
    if len(ids) == 1:
        return ids[0]
    if text in ids:
        return text
    if ids:
        raise ScalarFault("cell-shop", "", {"value": shorten(text), "known": ", ".join(ids)})
    values = {"value": shorten(text), "file": f"content/{kind}/{slug_of(text) or '…'}.md"}
    near = near_names(text, known.shops)
    if len(near) == 1:
        raise ScalarFault("cell-shop", "near", {**values, "suggestion": near[0]})
    if near:
        named = ", ".join(f"`{known.shop_names.get(shop, shop)}`" for shop in near[:_MOST_NAMED])
        raise ScalarFault("cell-shop", "several", {**values, "known": named})
    raise ScalarFault("cell-shop", "missing", values)


def _location(text: str) -> Written:
    found = coordinates_in(text)
    if found is None:
        raise ScalarFault("cell-place", "", {"value": shorten(text)})
    return {"lintang": found[0], "bujur": found[1]}
