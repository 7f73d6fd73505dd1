"""Whatever an editor does to entries between two imports: comments and texts survive byte for byte."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.importing.run import plan_of
from site_builder.names import Kind, SourcePath
from tests.support.spreadsheets import Rows, after, csv, sources

HEAD = ["Nama Usaha", "Jenis", "Kategori", "Alamat", "Desa", "No. HP/WA", "Tahun Berdiri"]
PATH = SourcePath("content/shops/toko-mekar.md")

VALUES = st.fixed_dictionaries(
    {
        "Jenis": st.sampled_from(["Toko", "Bengkel", "grosir"]),
        "Kategori": st.sampled_from(["Dompet", "Tas; Dompet", "Ikat pinggang"]),
        "Alamat": st.text("Jl. Rayé:#'\"[]{}-0123 ", min_size=1, max_size=24).filter(
            lambda text: any(map(str.isalpha, text))
        ),
        "Desa": st.sampled_from([None, "Kludan", "Kedensari", "-"]),
        "No. HP/WA": st.sampled_from([None, "0812-3456-789", "0857 3301 2211"]),
        "Tahun Berdiri": st.sampled_from([None, "1998", "2010"]),
    }
)
TEXT = re.compile(r"\n---\r?\n")
"""Where the fields end."""
COMMENT = st.text("cek lagi #:'\"-é!{}[]", max_size=16).map(lambda text: f"# {text}".rstrip())
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("line"), st.integers(1, 7), COMMENT),
        st.tuples(st.just("behind"), st.integers(1, 7), COMMENT),
        st.tuples(st.just("blank"), st.integers(1, 7), st.just("")),
        st.tuples(st.just("body"), st.just(0), st.text("Isi é #-:*[]|\n`", max_size=40)),
        st.tuples(
            st.just("field"), st.just(0), st.sampled_from(["ringkasan: Ditulis tangan.", "ig: toko.mekar"])
        ),
        st.tuples(st.just("windows"), st.just(0), st.just("")),
    ),
    max_size=6,
)


def row_of(values: dict[str, str | None]) -> Rows:
    return [HEAD, ["Toko Mekar", *(values[name] for name in HEAD[1:])]]


def edited(data: bytes, edits: list[tuple[str, int, str]]) -> bytes:
    """Do what editors do: comments above and behind fields, blank lines, a text, other line ends."""
    head, _, body = data.decode().partition("\n---\n")
    lines = head.split("\n")
    ends = "\n"
    for deed, place, text in edits:
        at = min(place, len(lines))
        if deed in ("line", "blank"):
            lines.insert(at, text)
        elif deed == "behind" and ":" in lines[at - 1] and " #" not in lines[at - 1]:
            lines[at - 1] += f" {text}"
        elif deed == "field" and not any(line.startswith(text[:4]) for line in lines):
            lines.append(text)
        elif deed == "body":
            body += f"{text}\n"
        elif deed == "windows":
            ends = "\r\n"
    return "\n".join([*lines, "---", body]).replace("\n", ends).encode()


def imported(rows: Rows, files: dict[SourcePath, bytes]) -> dict[SourcePath, bytes]:
    """Import, and hold it to its law: the same list again writes nothing."""
    data = csv(rows)
    files = after(files, plan_of("umkm.csv", data, Kind.SHOPS, files))
    assert plan_of("umkm.csv", data, Kind.SHOPS, files).writes == ()
    return files


@given(first=VALUES, edits=EDITS, second=VALUES)
@settings(max_examples=60, deadline=None)
def test_comments_and_texts_survive_any_edits_byte_for_byte(
    first: dict[str, str | None], edits: list[tuple[str, int, str]], second: dict[str, str | None]
) -> None:
    files = imported(row_of(first), sources())
    if PATH not in files:  # the row was refused
        return
    files = {**files, PATH: edited(files[PATH], edits)}
    assert imported(row_of(first), files)[PATH] == files[PATH]
    before, now = files[PATH].decode(), imported(row_of(second), files)[PATH].decode()
    head = TEXT.search(before)
    assert head is not None
    assert now.endswith(before[head.end() :])
    assert comment_lines(now) == comment_lines(before)
    kept = [line for line in before.splitlines(keepends=True) if line.startswith(("nama", "ringkasan", "ig"))]
    assert [
        line for line in now.splitlines(keepends=True) if line.startswith(("nama", "ringkasan", "ig"))
    ] == kept
    for deed, _, text in edits:
        if deed == "behind" and f" {text}" in before:
            assert f" {text}" in now


def comment_lines(text: str) -> list[str]:
    return [line for line in text.splitlines(keepends=True) if not line.strip() or line.startswith("#")]
