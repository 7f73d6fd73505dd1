"""Spreadsheets as offices make them, written in a moment, and a project of two shops for them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from csv import writer
from xml.sax.saxutils import escape

from openpyxl import Workbook

from site_builder.importing.plan import ImportPlan, Outcome
from site_builder.importing.run import plan_of
from site_builder.importing.showing import reason_and_advice
from site_builder.names import Kind, SourcePath

Rows = Sequence[Sequence[object]]

SITE = {
    "content/site.yaml": "bahasa: [{kode: id, nama: Bahasa Indonesia}, {kode: en, nama: English}]\n",
    "content/vocabulary.yaml": """\
kategori:
  dompet: {id: Dompet, en: Wallets}
  tas: {id: Tas, en: Bags}
  ikat-pinggang: {id: Ikat pinggang, en: Belts}
bahan:
  kulit: {id: Kulit sapi, en: Cow leather}
  kanvas: {id: Kanvas, en: Canvas}
warna:
  hitam: {id: Hitam, en: Black}
pembayaran:
  tunai: {id: Tunai, en: Cash}
""",
    "content/shops/intako.md": """\
---
# Ditulis bersama pengurus, 2026.
nama: "Koperasi Intako"   # nama resmi
jenis: koperasi
kategori:
  - dompet # utama
  - tas
alamat: Jl. Utama No. 27
telepon: 031-8951234 # kantor
---

Satu ruang   untuk banyak perajin.
""",
}


def sources(**more: str) -> dict[SourcePath, bytes]:
    return {SourcePath(path): text.encode() for path, text in {**SITE, **more}.items()}


def after(before: Mapping[SourcePath, bytes], plan: ImportPlan) -> dict[SourcePath, bytes]:
    """Give the files as they are once a plan is written."""
    return {**before, **{write.path: write.after for write in plan.writes}}


def xlsx(
    rows: Rows, *, title: str = "Lembar1", merged: Sequence[str] = (), hidden: Sequence[int] = ()
) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for place in merged:
        sheet.merge_cells(place)
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    return saved(book)


def saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


_ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:body><office:spreadsheet><table:table table:name="{title}">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def ods(rows: Rows, *, raw: str = "", title: str = "Lembar1") -> bytes:
    """Write a sheet of OpenDocument; `raw` are rows of XML below the others."""
    written = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    return zipped({"content.xml": _ODS.replace("{title}", title).replace("{rows}", written + raw)})


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p>'
            "</table:table-cell>"
        )
    text = escape(str(value))
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def csv(rows: Rows, separator: str = ";") -> bytes:
    text = io.StringIO(newline="")
    writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode()


def shops_from(rows: Rows, before: Mapping[SourcePath, bytes] | None = None) -> ImportPlan:
    return plan_of("umkm.xlsx", xlsx(rows), Kind.SHOPS, before or sources())


def told(outcome: Outcome, language: str = "id") -> list[tuple[str, str, str]]:
    """Give the cell, the reason and the advice of each fault of a row."""
    return [(problem.at.path, *reason_and_advice(problem, language)) for problem in outcome.problems]
