"""Of a content file only the text of a changed field changes; all other bytes stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.importing.entries.editing import set_field
from site_builder.model.readers.written import Written
from site_builder.names import Lang, SourcePath
from site_builder.source.documents import Document, parse_document
from site_builder.source.flow_yaml import flow_yaml
from site_builder.source.naming import DocumentName, name_document

PATH = SourcePath("content/shops/a.md")

FILE = """\
---
# Ditulis tangan.
nama: 'Toko A'   # nama resmi

kategori:
  - tas
  - dompet
# alamat lama: Jl. B
alamat: Jl. A
  No. 5
wa:    # belum ada
jam_buka: {senin: 08.00-17.00} # cek
catatan: |
  satu # bukan komentar
bahan:
  - kulit # sapi
  - kanvas
---

Isi  dengan   spasi.
# judul
"""


def document(data: bytes) -> Document:
    name = name_document(PATH, (Lang("id"),))
    assert isinstance(name, DocumentName)
    found, problems = parse_document(PATH, data, name)
    assert found is not None, problems
    return found


def edited(data: bytes, field: str, value: Written) -> bytes | None:
    return set_field(document(data), data, (field,), field, value)


@pytest.mark.parametrize(
    "items",
    ["  - tas   # utama\n", "  - tas\n  # - dompet\n", "  - tas # a\n  - dompet\n", "  # a\n  - tas\n"],
)
def test_a_list_with_remarks_at_its_items_is_left(items: str) -> None:
    assert edited(f"---\nnama: A\nkategori:\n{items}---\n".encode(), "kategori", ["koper"]) is None


def test_a_remark_below_a_list_that_is_not_of_it_hinders_nothing() -> None:
    text = b"---\nnama: A\nkategori:\n  - tas\n# alamat\ndesa: B\n---\n"
    changed = edited(text, "kategori", ["koper"])
    assert changed == b"---\nnama: A\nkategori: [koper]\n# alamat\ndesa: B\n---\n"


@pytest.mark.parametrize(
    ("field", "value", "old", "new"),
    [
        ("nama", "Toko B", "'Toko A'", "Toko B"),
        ("kategori", ["koper"], "kategori:\n  - tas\n  - dompet\n", "kategori: [koper]\n"),
        ("alamat", "Jl. B #2", "Jl. A\n  No. 5", '"Jl. B #2"'),
        ("wa", "0812", "wa:    #", "wa: 0812    #"),
        ("jam_buka", {"senin": "tutup"}, "{senin: 08.00-17.00}", "{senin: tutup}"),
        ("desa", "Kludan", "---\n\nIsi", "desa: Kludan\n---\n\nIsi"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_one_field_is_changed(
    field: str, value: Written, old: str, new: str, line_end: str, start: bytes
) -> None:
    data = start + FILE.replace("\n", line_end).encode()
    assert FILE.count(old) == 1
    wanted = start + FILE.replace(old, new).replace("\n", line_end).encode()
    assert edited(data, field, value) == wanted


@pytest.mark.parametrize("field", ["catatan", "bahan"])
def test_what_would_lose_a_comment_or_its_form_is_not_changed(field: str) -> None:
    assert edited(FILE.encode(), field, "x") is None


SIGNS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp")), max_size=30
)
COMMENTS = st.text("abc #:'\"[]{}-é", max_size=20)


@given(
    comments=st.lists(COMMENTS, min_size=4, max_size=4),
    body=st.text("ab #-:\n*[]é ", max_size=40),
    old=SIGNS,
    new=SIGNS.map(str.strip).filter(bool),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
@settings(max_examples=60, deadline=None)
def test_comments_and_text_survive_byte_for_byte(
    comments: list[str], body: str, old: str, new: str, line_end: str
) -> None:
    one, two, three, four = (f"# {comment}".rstrip() for comment in comments)
    head = f'---\n{one}\nnama: "Toko: A" {two}\nalamat: '
    tail = f" {three}\njenis: toko\n{four}\n---\n\nIsi {body}\n"
    parts = [part.replace("\n", line_end).encode() for part in (head, flow_yaml(old.strip()), tail)]
    changed = edited(b"".join(parts), "alamat", new)
    assert changed == parts[0] + flow_yaml(new).encode() + parts[2]


def test_a_tab_behind_the_colon_is_read_as_the_content_is() -> None:
    data = FILE.replace("nama: 'Toko A'", "nama:\t'Toko A'").encode()
    assert edited(data, "desa", "Kludan") is not None
    assert edited(data, "nama", "Toko B") == data.replace(b"'Toko A'", b"Toko B")


def test_a_sentence_may_come_before_a_comment() -> None:
    """A check warns of `a b # x`, for a sentence may have been cut; what stands in the file stays."""
    before, after = (
        f"---\nnama: A\nalamat: {text} # dekat balai\n---\n".encode() for text in ("Kludan", "Jl. Baru 3")
    )
    assert edited(before, "alamat", "Jl. Baru 3") == after
