"""Rows that can hold no entry: totals, notes, signatures, headings of groups."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from site_builder.importing.cells.endings import name_says_gone, says_gone
from site_builder.importing.sheets.footnotes import begins_with, marks_in
from site_builder.names import Kind
from site_builder.spreadsheets.cells import Cell, Row, What
from site_builder.validate.header_words import ID, ORDINAL

_TOTAL = re.compile(
    r"\W*(?:[ivx]+\W+)?(?:grand\s+|sub\s*-?\s*)?(?:total|jumlah|jml|rata-rata|rekap(?:itulasi)?)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[^\w]*(?:rp\.?|idr)?\s*[\d.,:%\s-]*(?:[^\W\d_]+\W*){0,2}", re.IGNORECASE)
"""A number, maybe with what was counted: `9 usaha`."""
_TOTAL_ALONE = re.compile(
    r"\W*(?:grand\s+|sub\s*-?\s*)?(?:total|jumlah|jml|rata-rata|rekap(?:itulasi)?)"
    r"(?:\s+(?:keseluruhan|seluruhnya|semua|akhir|umum|total|usaha|umkm|ikm|toko|produk|acara|kegiatan|unit))*\W*[\d.,]*"
    r"(?:\s*[^\W\d_]+)?\W*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\W*(?:ket|keterangan|catatan|cat|note|notes|nb|n\.b|sumber(?:\s+data)?|source|legenda)\b\.?\s*(?:warna\s*)?(?:[:=].*)?"
    r"|\W*(?:data\s+(?:per|diambil|ini|bersumber)|per\s+tanggal|diperbarui|updated?|dicetak|printed|tanggal\s+cetak)\b.*"
    r"|[*†‡¹²³⁴-⁹].*",
    re.IGNORECASE | re.DOTALL,
)
_SIGNED = re.compile(
    r"\W*(?:mengetahui|menyetujui|disahkan|disetujui|diketahui|hormat\s+(?:kami|saya)|ttd|tertanda|tanda\s*tangan"
    r"|a\.?n\.|nip\b|kepala\s+\w+|plt\.?\s+kepala|lurah\b|camat\b|pj\.?\s+kepala|sekretaris\b|ketua\b|petugas\b"
    r"|pendata\b|penyusun\b|dibuat\s+oleh|disusun\s+oleh|diperiksa\s+oleh|yang\s+(?:membuat|mendata|melapor)"
    r"|pejabat\b|koordinator\b|penanggung\s*jawab|bendahara\b|operator\b|dinas\s+\w+)",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(
    r"[^\W\d_][^\d,]{2,30},(?:[\d._…\s]*[^\W\d_]{3,10}[\s._…]*(?:20\d\d)?|[\s._…]{3,})", re.IGNORECASE
)
_BEFORE_GROUP = r"(?:(?:[ivx]+|[a-z]|\d{1,2})\W{1,3})?"
_PLACE_GROUP = re.compile(
    _BEFORE_GROUP
    + r"(?:desa|ds|kelurahan|kel|dusun|dsn|kecamatan|kec|kabupaten|kab|rt|rw|wilayah|halaman|hal"
    r"|lanjutan)\b.*",
    re.IGNORECASE,
)
_GROUP = re.compile(
    _BEFORE_GROUP
    + r"(?:sentra|kelompok|klaster|cluster|blok|zona|lembar|bagian|bulan|tahun|triwulan|semester"
    r"|kategori)\b.*",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"(?:semester|triwulan|caturwulan|kuartal)\s+(?:[ivx]+|\d{1,4})\W*", re.IGNORECASE)
"""A heading in whatever column it stands."""
_DAY = re.compile(r"\d[-/.]\d{1,2}[-/.]\d|\d{4}-\d\d", re.ASCII)
_COUNT = re.compile(r"\(?\d+[.)]?")
_ROMAN = re.compile(r"(?:[ivx]+|[a-z])[.)]?", re.IGNORECASE)
_FEW_COLUMNS = 3
_WIDE = 3
"""Columns that a heading is merged over."""


class Reason(StrEnum):
    NUMBERS = "numbers"
    """Only the numbers of rows or columns."""
    TOTAL = "total"
    NOTE = "note"
    SIGNED = "signed"
    """Place, day, office and names of those who signed the list."""
    HEADING = "heading"
    """Of a group of rows, or of a page."""
    STRUCK = "struck"
    """A line is drawn through it."""
    CLOSED = "closed"
    """Its name or a remark says that it is closed, called off or no longer made."""


class PassedRow(Struct, frozen=True):
    cell: Cell
    """The first one that says something; of a closed one that which says so."""
    number: int
    sheet: str
    reason: Reason
    name: str = ""
    """Of a row that was an entry."""
    text: str = ""
    """Of the whole row."""


class _Look(Struct, frozen=True):
    """What decides whether a row may hold an entry."""

    texts: list[str]
    """Merged cells once; no numbers of rows."""
    has_count: bool
    has_name: bool
    filled: int
    """Columns that mean a field and say something, merged ones once."""
    needed: int
    """Of these, those without which no entry can be."""
    is_wide: bool
    has_id: bool
    is_entry: bool
    """Whether it has all that an entry must, or names one by its id: whatever it is called."""
    in_name: bool
    """Whether its only text stands in the column of names."""


def passed_rows(
    sheet: str,
    rows: Sequence[Row],
    columns: Mapping[int, str],
    needed: Collection[str],
    remarks: Collection[int] = (),
    headings: Collection[int] = (),
    kind: Kind | None = None,
) -> list[PassedRow]:
    """Give the rows that can't hold an entry; `needed` are columns that entries must fill.

    `headings` are the numbers of rows that are known to head others.
    """
    gone = [_gone(row, columns, remarks, kind) for row in rows]
    looks = [_look(row, columns, needed) for row in rows]
    wide = len(set(columns.values()) - {ORDINAL})
    strong = [_is_strong(look, wide) for look in looks]
    last = max((place for place, one in enumerate(strong) if one), default=-1)
    counts = sum(look.has_count for look, one in zip(looks, strong, strict=True) if one) * 2 > sum(strong) > 0
    marks = marks_in(rows, columns)
    passed: list[PassedRow] = []
    is_signed = False
    for place, (row, look) in enumerate(zip(rows, looks, strict=True)):
        own = gone[place]
        reason = own[0] if own is not None else None
        if reason is None:
            reason = _reason(row, look, columns, in_tail=place > last, is_strong=strong[place], counts=counts)
        if row.number in headings:
            reason = Reason.HEADING
        text = text_of(row)
        if not strong[place] and len(look.texts) == 1 and (place > last or not look.has_count):
            reason = Reason.NOTE if begins_with(text, marks) else reason
        is_loose = not look.has_count and (look.filled * 2 < wide or not look.has_name)
        is_loose = is_loose and not look.is_entry
        if reason is None and is_signed and is_loose:
            reason = Reason.SIGNED
        if (
            reason is None
            and place > last >= 0
            and is_loose
            and len(look.texts) == 1
            and (counts or not look.in_name)
        ):
            reason = Reason.NOTE
        if reason is Reason.HEADING and place > last >= 0:
            reason = Reason.SIGNED if is_signed else Reason.NOTE
        is_signed = (is_signed or reason is Reason.SIGNED) and reason is not None
        if reason is not None:
            cell = own[1] if own is not None else _first(row)
            passed.append(PassedRow(cell, row.number, sheet, reason, _name_in(row, columns), text))
    return passed


def _gone(
    row: Row, columns: Mapping[int, str], remarks: Collection[int], kind: Kind | None
) -> tuple[Reason, Cell] | None:
    """Say why a row that may be an entry is one no more, and the cell that says so."""
    names = [cell for column, cell in row.cells.items() if columns.get(column) == "name"]
    if not names:
        return None
    if all(cell.struck for cell in names):
        return Reason.STRUCK, names[0]
    is_noted = len({cell.at for cell in row.cells.values()}) <= 2 and is_note(names[0].text.strip())
    said = [cell for cell in names if not is_noted and name_says_gone(cell.text, kind)]
    said += [cell for column, cell in row.cells.items() if column in remarks and says_gone(cell.text)]
    return (Reason.CLOSED, said[0]) if said else None


def _name_in(row: Row, columns: Mapping[int, str]) -> str:
    names = [cell.text for column, cell in row.cells.items() if columns.get(column) == "name"]
    return " ".join(names[0].split()) if names else ""


def _is_strong(look: _Look, wide: int) -> bool:
    if not look.has_name or look.filled < 2:
        return False
    return look.has_count or look.filled * 2 >= wide or (look.needed > 0 and wide <= _FEW_COLUMNS)


def _reason(
    row: Row, look: _Look, columns: Mapping[int, str], *, in_tail: bool, is_strong: bool, counts: bool
) -> Reason | None:
    if _is_numbers(row, columns):
        return Reason.NUMBERS
    if not look.texts or (look.is_entry and not _is_counted(look)):
        return None
    if _is_total(look):
        return Reason.TOTAL
    if is_strong and (look.has_count or look.needed):
        return None
    few = len(look.texts) <= _FEW_COLUMNS
    if any(_SIGNED.match(text) or _PLACE_AND_DAY.fullmatch(text) for text in look.texts) and few and in_tail:
        return Reason.SIGNED
    if _NOTE.fullmatch(look.texts[0]) and len(look.texts) <= 2:
        return Reason.NOTE
    if not look.filled and not look.has_count:
        return Reason.HEADING
    if len(look.texts) == 1 and not look.has_count:
        text = look.texts[0]
        is_group = (
            _PERIOD.fullmatch(text) or _PLACE_GROUP.fullmatch(text) or (counts and _GROUP.fullmatch(text))
        )
        if is_group or look.is_wide:
            return Reason.HEADING
        if look.in_name and _has_letter(row, columns):
            return Reason.HEADING
    return None


def _is_total(look: _Look) -> bool:
    """Whether a row counts others: `JUMLAH`, and numbers beside it; a shop may be called `Total`."""
    if look.is_entry:
        return _is_counted(look)
    if not _TOTAL.match(look.texts[0]) or look.has_count:
        return False
    if len(look.texts) == 1:
        return _TOTAL_ALONE.fullmatch(look.texts[0]) is not None
    others = [text for text in look.texts[1:] if text]
    return all(_COUNTED.fullmatch(text) and any(map(str.isdecimal, text)) for text in others)


def _is_counted(look: _Look) -> bool:
    """Whether a row with all that an entry needs is a total all the same: `Jumlah`, and no day beside it."""
    others = [text for text in look.texts if not _TOTAL_ALONE.fullmatch(text)]
    is_named = 0 < len(others) < len(look.texts) and not look.has_id
    return is_named and all(
        _COUNTED.fullmatch(text) and any(map(str.isdecimal, text)) and not _DAY.search(text)
        for text in others
    )


def _is_numbers(row: Row, columns: Mapping[int, str]) -> bool:
    """Whether a row holds the numbers of the columns, or its own number and nothing else."""
    texts = {column: cell.text.strip() for column, cell in row.cells.items()}
    if all(
        columns.get(column) == ORDINAL
        and cell.what in (What.TEXT, What.NUMBER)
        and _COUNT.fullmatch(texts[column])
        for column, cell in row.cells.items()
    ):
        return True
    numbers = [re.fullmatch(r"\(?(\d{1,3})\)?", text) for text in texts.values()]
    counted = [int(found[1]) for found in numbers if found]
    return len(counted) == len(texts) > 2 and counted == list(range(counted[0], counted[0] + len(texts)))


def _has_letter(row: Row, columns: Mapping[int, str]) -> bool:
    """Whether the row is counted as groups are: `I`, `A.`."""
    return any(
        columns.get(column) == ORDINAL and _ROMAN.fullmatch(cell.text.strip())
        for column, cell in row.cells.items()
    )


def _look(row: Row, columns: Mapping[int, str], needed: Collection[str]) -> _Look:
    counts = [
        column
        for column, cell in row.cells.items()
        if columns.get(column) == ORDINAL
        and (_COUNT.fullmatch(cell.text.strip()) or _ROMAN.fullmatch(cell.text.strip()))
    ]
    has_count = any(_COUNT.fullmatch(row.cells[column].text.strip()) for column in counts)
    own = [*own_cells(row, skipped=counts)]
    targets = {columns[column] for column, cell in own if column in columns} - {ORDINAL}
    texts = [" ".join(cell.text.split()) for _, cell in own]
    ids = [cell.text.strip() for column, cell in own if columns.get(column) == ID]
    has_id = any(not _COUNT.fullmatch(text) for text in ids)
    return _Look(
        texts=texts,
        has_count=has_count,
        has_name="name" in targets,
        filled=len(targets),
        needed=len(targets.intersection(needed)),
        is_wide=len(own) == 1 and sum(cell.at == own[0][1].at for cell in row.cells.values()) >= _WIDE,
        has_id=has_id,
        is_entry=has_id or ("name" in targets and len(needed) > 0 and targets.issuperset(needed)),
        in_name=len(own) == 1 and columns.get(own[0][0]) == "name",
    )


def own_cells(row: Row, skipped: Collection[int] = ()) -> Iterator[tuple[int, Cell]]:
    """Yield the cells of a row with their columns, merged ones once, where they stand first."""
    seen = set()
    for column, cell in row.cells.items():
        if column not in skipped and cell.at not in seen:
            seen.add(cell.at)
            yield column, cell


def text_of(row: Row) -> str:
    """Give all that a row says."""
    return " ".join(" ".join(cell.text.split()) for _, cell in own_cells(row))


def is_note(text: str) -> bool:
    """Whether a text is one about a list, such as `Catatan: …`."""
    return _NOTE.fullmatch(text) is not None


def _first(row: Row) -> Cell:
    cells = [cell for _, cell in own_cells(row)]
    return next((cell for cell in cells if not _COUNT.fullmatch(cell.text.strip())), cells[0])
