"""A file that is another thing than its name says is refused with what it is, and with what to do."""

from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.problems import Problem
from site_builder.spreadsheets.reading import READERS, read_spreadsheet
from tests.support.spreadsheets import csv, ods, xlsx, zipped

_ROWS = [["Nama Usaha", "Alamat"], ["Toko Mekar", "Kludan 3"]]
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(path: str, data: bytes) -> Problem:
    found = read_spreadsheet(path, data)
    assert isinstance(found, Problem), found
    return found


@pytest.mark.parametrize(
    ("data", "own", "variant"),
    [(xlsx(_ROWS), ".xlsx", "is-xlsx"), (ods(_ROWS), ".ods", "is-ods"), (csv(_ROWS), ".csv", "is-text")],
)
@pytest.mark.parametrize("ending", [".xls", ".xlsx", ".ods", ".csv", ".txt"])
def test_a_file_of_another_name_is_told_and_read_once_it_is_called_right(
    data: bytes, own: str, variant: str, ending: str
) -> None:
    is_own = ending == own or (own == ".csv" and ending in (".csv", ".txt"))
    found = read_spreadsheet(f"a{ending}", data)
    assert isinstance(found, tuple) if is_own else isinstance(found, Problem) and found.variant == variant
    if not is_own:
        hint = sentence_for(refused(f"a{ending}", data), "id").hint
        assert f"`{own}`" in hint, "the cure names the end that the file should have"
        assert isinstance(read_spreadsheet(f"a{own}", data), tuple)


@pytest.mark.parametrize("ending", [".xls", ".xlsx", ".csv", ".ods"])
@pytest.mark.parametrize(
    ("data", "variant"),
    [
        (b"<html xmlns:o='x'><body><table><tr><td>Nama</td></tr></table></body></html>", "is-html"),
        (b"\xef\xbb\xbf\n <!DOCTYPE html><table>", "is-html"),
        ("\ufeff<table border=1>".encode("utf-16-le"), "is-html"),
        (b"MIME-Version: 1.0\nX-Document-Type: Workbook\n", "is-html"),
        (b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "is-xml"),
        (b'<?xml version="1.0"?><html><table>', "is-html"),
        (_OLD + "Workbook".encode("utf-16-le"), "old"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "old"),
        (_OLD + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (_OLD + "WordDocument".encode("utf-16-le"), "is-word"),
        (b"{\\rtf1 Nama}", "is-word"),
        (zipped({"word/document.xml": "x", "[Content_Types].xml": "x"}), "is-word"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}), "is-ods"),
        (zipped({"xl/workbook.bin": b"x", "[Content_Types].xml": "x"}), "is-binary"),
        (zipped({"Index/Document.iwa": b"x"}), "is-numbers"),
        (b"%PDF-1.7", "is-pdf"),
        (b"\x89PNG\r\n", "is-picture"),
        (b"\xff\xd8\xff\xe0", "is-picture"),
    ],
)
def test_what_is_no_spreadsheet_is_named(data: bytes, variant: str, ending: str) -> None:
    if (variant, ending) == ("is-ods", ".ods"):
        assert refused("a.ods", data).variant == "broken"
        return
    problem = refused(f"a{ending}", data)
    assert problem.variant == variant
    for language in ("id", "en"):
        sentence = sentence_for(problem, language)
        assert sentence.message and sentence.hint and "{" not in sentence.message + sentence.hint


def test_what_nobody_knows_is_refused_by_its_reader() -> None:
    for ending in READERS:
        assert refused(f"a{ending}", b"\0\1\2\3" * 9).variant == "broken"
    assert refused("a.xls", b"\0\1\2\3" * 9).variant == "broken"
