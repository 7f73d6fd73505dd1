"""Spreadsheets as offices make them, written in a moment, and a project of two shops for them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from csv import writer
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from site_builder.importing.entries.plan import ImportPlan, Outcome
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
    return {**before, **{SourcePath(write.path): write.after for write in plan.writes}}


def xlsx(
    rows: Rows,
    *,
    title: str = "Lembar1",
    merged: Sequence[str] = (),
    hidden: Sequence[int] = (),
    yellow: Sequence[str] = (),
    red: Sequence[str] = (),
    struck: Sequence[str] = (),
    comments: Mapping[str, str] | None = None,
) -> bytes:
    """Write a workbook of one sheet; `yellow` cells have such a ground, `red` ones such letters.

    Through `struck` ones a line is drawn; `comments` are stuck to their cells.
    """
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
    for place in yellow:
        sheet[place].fill = PatternFill("solid", fgColor="FFFF00")
    for place in red:
        sheet[place].font = Font(color="FF0000")
    for place in struck:
        sheet[place].font = Font(strike=True)
    for place, text in (comments or {}).items():
        sheet[place].comment = Comment(text, "Yuli")
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


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def bare_xlsx(
    rows: str = "",
    *,
    below: str = "",
    shared: str = "",
    styles: str = "",
    name: str = "S",
    main: str = "xl/workbook.xml",
    target: str = "worksheets/sheet1.xml",
    sheet: str = "xl/worksheets/sheet1.xml",
    strings: str = "xl/sharedStrings.xml",
    looks: str = "xl/styles.xml",
    namespace: str = _MAIN,
    office: str = _OFFICE,
    settings: str = "",
    before: str = "",
) -> bytes:
    """Write a workbook as few programs would: the XML of its rows is given, and where its parts are.

    Beside the sheet it has one of a chart; `below` stands behind the rows, `before` before the sheet's XML.
    """
    folder, _, file = main.rpartition("/")
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{main}" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/{sheet}" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/{strings}" ContentType="{_TYPE}.sharedStrings+xml"/>'
        f'<Override PartName="/{looks}" ContentType="{_TYPE}.styles+xml"/></Types>',
        "_rels/.rels": _relations(("m", f"{office}/officeDocument", main)),
        main: f'<workbook xmlns="{namespace}" xmlns:r="{office}">{settings}<sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="r1"/><sheet name="Grafik" sheetId="2" r:id="r2"/>'
        "</sheets></workbook>",
        f"{folder}/_rels/{file}.rels".lstrip("/"): _relations(
            ("r1", f"{office}/worksheet", target),
            ("r2", f"{office}/chartsheet", "chartsheets/sheet1.xml"),
        ),
        sheet: f'{before}<worksheet xmlns="{namespace}"><sheetData>{rows}</sheetData>{below}</worksheet>',
        strings: f'<sst xmlns="{namespace}">{shared}</sst>',
        looks: f'<styleSheet xmlns="{namespace}">{styles}</styleSheet>',
    }
    return zipped(parts)


def _relations(*links: tuple[str, str, str]) -> str:
    written = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in links
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


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
