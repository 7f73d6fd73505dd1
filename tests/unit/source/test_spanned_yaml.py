"""YAML without its traps: all scalars stay text, nothing explodes, every slip gets its own hint."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.messages import sentence_for
from site_builder.names import SourcePath
from site_builder.problems import Severity
from site_builder.source import spanned_yaml
from site_builder.source.spanned_yaml import parse_yaml
from site_builder.source.tree import Tree, written
from site_builder.source.value_slips import quote_value
from tests.unit.validate.files import told

PATH = SourcePath("content/shops/a.md")


def parse(text: str, first_line: int = 1) -> Tree:
    tree, problems = parse_yaml(PATH, text, first_line)
    assert problems == ()
    assert tree is not None
    return tree


def faults(text: str) -> list[tuple[int, int, str]]:
    _, problems = parse_yaml(PATH, text, 1)
    return [(problem.at.line, problem.at.column, problem.key) for problem in told(problems)]


def test_every_scalar_stays_as_it_was_written() -> None:
    text = (
        "harga: 250.000\nbuka: 10:00\ntelepon: 0314567012\nkode: 0123\njual: no\nminggu: off\n"
        "negara: NO\nplus: +390123\nnan: .nan\nhari: 2026-11-01\nkosong:\nnol: ~\nheks: 0x10\n"
    )
    assert written(parse(text)) == {
        "harga": "250.000",
        "buka": "10:00",
        "telepon": "0314567012",
        "kode": "0123",
        "jual": "no",
        "minggu": "off",
        "negara": "NO",
        "plus": "+390123",
        "nan": ".nan",
        "hari": "2026-11-01",
        "kosong": "",
        "nol": "",
        "heks": "0x10",
    }


def test_block_quoted_and_nested_texts_are_kept() -> None:
    text = "a: |\n  satu\n  dua\nb: >\n  tiga\n  empat\nc: 'It''s'\nd: [x, {y: z}]\ne:\n- f: g\n"
    assert written(parse(text)) == {
        "a": "satu\ndua\n",
        "b": "tiga empat\n",
        "c": "It's",
        "d": ["x", {"y": "z"}],
        "e": [{"f": "g"}],
    }


def test_every_value_and_every_key_knows_its_place() -> None:
    tree = parse("nama: Toko\nlokasi: {lat: 1}\nfoto:\n  - berkas: 😀 a.jpg\n", first_line=2)
    assert isinstance(tree.value, dict)
    assert tree.value["nama"] == Tree("Toko", 2, 7, 2, 1)
    location = tree.value["lokasi"]
    assert (location.line, location.column) == (3, 9)
    assert isinstance(location.value, dict)
    assert location.value["lat"] == Tree("1", 3, 15, 3, 10)
    photos = tree.value["foto"]
    assert isinstance(photos.value, list)
    assert isinstance(photos.value[0].value, dict)
    assert photos.value[0].value["berkas"] == Tree("😀 a.jpg", 5, 13, 5, 5)


def test_comments_alone_are_an_empty_mapping() -> None:
    assert parse("# belum ada\n").value == {}
    assert parse("").value == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("judul: Tas: kulit\n", [(1, 11, "yaml-colon")]),
        ("a:\n- b: c: d\n", [(2, 7, "yaml-colon")]),
        ("nama: x\n\talamat: y\n", [(2, 1, "yaml-tab.mended")]),
        ("nama: x\n\tbukan-isian: y\n", [(2, 1, "yaml-tab")]),
        ("jam:\n  \tsenin: x\n", [(2, 3, "yaml-tab.mended")]),
        ("nama: @toko\n", [(1, 7, "yaml-character")]),
        ("diskon: %10\n", [(1, 9, "yaml-character")]),
        ("nama: *tebal*\n", [(1, 7, "yaml-character")]),
        ("nama: `toko`\n", [(1, 7, "yaml-character")]),
        ("nama: > teks\n", [(1, 7, "yaml-character")]),
        ("nama: [a] b\n", [(1, 7, "yaml-character")]),
        ("nama: 'It's'\n", [(1, 10, "yaml-quote")]),
        ('nama: "Toko" Jaya\n', [(1, 12, "yaml-quote")]),
        ('nama: "Toko\nkota: x\n', [(1, 7, "yaml-quote-open")]),
        ("nama: 'Toko\nkota: x\n", [(1, 7, "yaml-quote-open")]),
        ('nama: "Toko\nkota: "x"\n', [(1, 7, "yaml-quote-open")]),
        ('nama: "C:\\Users"\n', [(1, 10, "yaml-escape")]),
        ('nama: x\nlabel: "\\ud800 x"\n', [(2, 9, "yaml-escape")]),
        ('label: "\\U00110000 x"\n', [(1, 9, "yaml-escape")]),
        ("harga:250000\n", [(1, 7, "yaml-space")]),
        ("nama: x\nharga:250000\nkota: y\n", [(2, 7, "yaml-space")]),
        ("nama:\u00a0Toko\nkota: x\n", [(1, 6, "yaml-space")]),
        ("judul： x\nkota: y\n", [(1, 6, "yaml-wide-colon")]),
        ("**nama**: x\n", [(1, 1, "yaml-bold-key")]),
        ("foto: - a.jpg\n", [(1, 7, "yaml-dash")]),
        ("foto:\n  - a\n - b\n", [(3, 2, "yaml-indent.mended")]),
        ("nama: x\n  kota: y\n", [(2, 3, "yaml-indent.mended")]),
        (" nama: x\nkota: y\n", [(1, 2, "yaml-indent.mended")]),
        ("sumber:\n  - judul: x\n    tanggal: 2018\n   judul: y\n", [(4, 4, "yaml-dash.missing")]),
        ("nama: x\nsumber:\n\t- judul: y\n\t  tanggal: 2018\n", [(3, 1, "yaml-tab.mended")]),
        ("jam:\n  senin:\n\tselasa: x\n", [(3, 1, "yaml-tab.several")]),
        ("sumber:\n  - judul: y\n\ttanggal: 2018\n    tautan: z\n", [(3, 1, "yaml-tab.mended")]),
        ("kategori:\n- koper\n-tas\n", [(3, 1, "yaml-dash.space")]),
        ("sumber:\n  - {judul: x}\n  {judul: y}\n", [(3, 3, "yaml-dash.missing")]),
        ("nama:\n  id: Tas\n  en Bags\n", [(3, 3, "yaml-no-colon")]),
        ("kategori:\n  tas: {id: Tas}\nbahan\n  kanvas: {id: Kanvas}\n", [(3, 1, "yaml-no-colon")]),
        ("nama: Toko Melati jenis: toko\n", [(1, 19, "yaml-colon.field")]),
        ("kategori: [tas, koper] alamat: Kludan\n", [(1, 24, "yaml-colon.field")]),
        ('foto:\n  - {berkas: a.jpg, teks_alt: "Pintu, terbuka}\n', [(2, 5, "yaml-quote-open")]),
        ("nama: {id: Tas, en: Bags ja: かばん}\n", [(1, 7, "yaml-bracket.fields")]),
        ("ukuran_cm: {lebar: 9，tinggi: 8}\n", [(1, 12, "yaml-bracket.fields")]),
        ("foto:\n  - {berkas: a.jpg, teks_alt: Penjahit: Bu Sri, Kludan}\n", [(2, 5, "yaml-bracket.fields")]),
        ("foto:\n  - {berkas: a.jpg teks_alt: Depan}\n", [(2, 5, "yaml-bracket.fields")]),
        ("harga: {min: 1 max: 2}\n", [(1, 8, "yaml-bracket.fields")]),
        ("bahan: [a, b\nkota: y\n", [(1, 8, "yaml-bracket.mended")]),
        ("harga: {min: 1\nkota: y\n", [(1, 8, "yaml-bracket.mended")]),
        ("nama: x\nToko Intako\n", [(2, 1, "yaml-line.continued")]),
        ("Toko Intako\n", [(1, 1, "yaml-line")]),
        ("nama: {{ nama }}\n", [(1, 7, "yaml-key.braces")]),
        ("nama: x\n---\nkota: y\n", [(2, 1, "yaml-documents")]),
        ("nama: x\nnama: y\n", [(2, 1, "field-twice")]),
        ("nama: &a x\nkota: *a\n", [(1, 7, "yaml-alias.text"), (2, 7, "yaml-alias.text")]),
        ("a: &a [*a]\n", [(1, 4, "yaml-alias.text"), (1, 8, "yaml-alias")]),
        ("<<: {a: b}\n", [(1, 1, "yaml-alias")]),
        ("nama: !!python/object/apply:os.system [x]\n", [(1, 7, "yaml-tag.text")]),
        ("nama: !x y\n", [(1, 7, "yaml-tag.text")]),
        ("? [a]\n: b\n", [(1, 3, "yaml-key")]),
        ("nama: 'x\n", [(1, 7, "yaml-quote-open")]),
        ("catatan: 'satu\n  dua'\nsumber:\n  - a\n - b\n", [(5, 2, "yaml-indent.mended")]),
    ],
)
def test_each_slip_is_told_where_the_editor_has_to_look(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("line", "corrected", "value"),
    [
        ("judul: Tas: kulit", 'judul: "Tas: kulit"', "Tas: kulit"),
        ('judul: Tas "A": kulit', "judul: 'Tas \"A\": kulit'", 'Tas "A": kulit'),
        ("judul: “Tas: kulit”", 'judul: "Tas: kulit"', "Tas: kulit"),
        ("judul: Tas: kulit # baru", 'judul: "Tas: kulit"  # baru', "Tas: kulit"),
        ("judul: 'It's'", 'judul: "It\'s"', "It's"),
        ("judul: @toko", 'judul: "@toko"', "@toko"),
        ('judul: "C:\\Users"', "judul: 'C:\\Users'", "C:\\Users"),
        ('judul: "Toko', 'judul: "Toko"', "Toko"),
        ("judul:250000", "judul: 250000", "250000"),
        ("judul： x", "judul: x", "x"),
        ("**judul**: x", "judul: x", "x"),
        ('judul: "Toko" Jaya', "judul: '\"Toko\" Jaya'", '"Toko" Jaya'),
    ],
)
def test_the_hint_is_the_line_as_it_should_be_and_it_can_be_read(
    line: str, corrected: str, value: str
) -> None:
    _, problems = parse_yaml(PATH, f"{line}\nkota: x\n", 1)
    assert [problem.values.get("suggestion") for problem in problems] == [corrected]
    assert written(parse(f"{corrected}\nkota: x\n")) == {"judul": value, "kota": "x"}


def test_a_key_set_twice_names_the_first_line() -> None:
    tree, problems = parse_yaml(PATH, "harga: 1\nnama: x\nharga: 2\n", 2)
    assert problems[0].values == {"field": "harga", "line": "2"}
    assert tree is not None
    assert written(tree) == {"harga": "1", "nama": "x"}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "a: " + "[" * 30_000,
        "a: " + "{b: " * 30_000,
        "- " * 30_000,
        "\n".join(f"{' ' * n}a:" for n in range(900)),
        "a: [" + "[]," * 300_000,
        "a: &a [x]\nb: [" + "*a," * 100_000 + "]",
    ],
)
def test_hostile_nesting_is_refused_at_once(text: str) -> None:
    start = time.process_time()
    tree, problems = parse_yaml(PATH, text, 1)
    assert tree is None
    assert problems
    assert time.process_time() - start < 2  # of the processor, so that a busy machine does not matter


def test_an_alias_bomb_is_refused_without_being_unrolled() -> None:
    bomb = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
    tree, problems = parse_yaml(PATH, bomb, 1)
    assert tree is None
    assert {problem.code for problem in problems} == {"yaml-alias"}


def test_the_pure_python_loader_gives_the_same_trees_and_the_same_places(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = ["a: 1\nb: [c, {d: e}]\n", "judul: Tas: kulit\n", "a: 'It's'\n", "a: 1\n\tb: 2\n", "[" * 5000]
    with_libyaml = [parse_yaml(PATH, text, 1) for text in texts]
    monkeypatch.setattr(spanned_yaml, "_Loader", yaml.SafeLoader)
    assert [parse_yaml(PATH, text, 1) for text in texts] == with_libyaml


line_like = st.text("ab:- '\"[]{}#&*!|>%@\t,?\n\u00a0“：0", max_size=60)


@given(line_like | st.text(max_size=60))
def test_any_text_gives_a_tree_or_problems_inside_the_file(text: str) -> None:
    tree, problems = parse_yaml(PATH, text, 5)
    assert tree is not None or problems
    lines = text.split("\n")
    for problem in problems:
        assert 5 <= problem.at.line < 5 + len(lines) + 1
        assert problem.at.column >= 1
    if tree is not None:
        assert_places(tree, lines)


def assert_places(tree: Tree, lines: list[str]) -> None:
    assert 5 <= tree.line <= 5 + len(lines)
    assert 5 <= tree.key_line <= tree.line
    below = tree.value.values() if isinstance(tree.value, dict) else tree.value
    for item in below if not isinstance(tree.value, str) else ():
        assert isinstance(item, Tree)
        assert_places(item, lines)


@given(
    st.text(
        st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff"), max_size=30
    )
)
def test_a_quoted_value_is_read_back_as_the_text(text: str) -> None:
    tree, problems = parse_yaml(PATH, f"a: {quote_value(text)}\n", 1)
    if any(ord(c) & 0xFFFF >= 0xFFFE for c in text):
        return  # characters that YAML has no way to hold
    assert problems == ()
    assert tree is not None
    bare = text.strip()
    value = written(tree)
    assert isinstance(value, dict)
    assert value["a"] == bare or str(value["a"]) in bare  # quotes around it go


@pytest.mark.parametrize(
    ("text", "column", "suggestion"),
    [
        ("alamat: Jl. Raya #5\n", 18, '"Jl. Raya #5"'),
        ("warna: #ff0000\n", 8, '"#ff0000"'),
        ("kategori:\n  - tas #5\n", 9, '"tas #5"'),
    ],
)
def test_what_a_comment_sign_would_swallow_is_told(text: str, column: int, suggestion: str) -> None:
    _, problems = parse_yaml(PATH, text)

    assert [(p.code, p.at.column, p.values["suggestion"]) for p in problems] == [
        ("yaml-comment", column, suggestion)
    ]


@pytest.mark.parametrize(
    ("text", "column", "suggestion"),
    [
        ("ringkasan: Diskon akhir tahun # s/d 31 Des\n", 31, '"Diskon akhir tahun # s/d 31 Des"'),
        ("nama:\n  id: Tas kecil # kulit\n", 17, '"Tas kecil # kulit"'),
    ],
)
def test_a_sentence_that_a_comment_sign_would_cut_is_told(text: str, column: int, suggestion: str) -> None:
    tree, problems = parse_yaml(PATH, text)

    assert tree is not None
    assert [(p.key, p.at.column, p.severity, p.values["suggestion"]) for p in told(problems)] == [
        ("yaml-comment.words", column, Severity.WARNING, suggestion)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: b # catatan\n",
        "harga: 250000 # harga lama\n",
        "wa: 0812-3300-4455 # Bu Sri\n",
        "ringkasan: Diskon akhir tahun  # tanya Bu Sri\n",
        "ringkasan: # belum ada\n",
        "anggota: intako # sejak 2019\n",
        "desa: Kedensari # dekat jembatan\n",
        "tanggal: 2026-11 # kira-kira\n",
        "a: 'x #5'\n",
        "#catatan\na: b\n",
        "bahasa: C#\n",
    ],
)
def test_comments_that_are_meant_pass(text: str) -> None:
    tree, problems = parse_yaml(PATH, text)

    assert tree is not None
    assert problems == ()


@pytest.mark.parametrize(
    ("text", "line", "suggestion"),
    [
        ("nama: X\nkontak:\nwa: '62812'\n  surel: a@b.id\n", 3, "  wa: '62812'"),
        ("kontak:\n  surel: a@b.id\nwa: '62812'\n  telepon: y\n", 3, "  wa: '62812'"),
        ("kontak:\norganisasi:\n    id: X\n    en: Y\n  surel: a@b.id\n", 2, "  organisasi:"),
        ("kontak:\n  # nomor kantor\nwa: '62812'\n\n  surel: a@b.id\n", 3, "  wa: '62812'"),
        ("kontak:\n  surel: a@b.id\nmenu: x\n  telepon: y\n", 4, "telepon: y"),
    ],
)
def test_of_lines_that_stand_otherwise_the_one_without_its_spaces_is_told(
    text: str, line: int, suggestion: str
) -> None:
    (problem,) = told(parse_yaml(SourcePath("content/site.yaml"), text, 1)[1])
    assert (problem.at.line, problem.key) == (line, "yaml-indent.mended")
    assert problem.values["suggestion"] == suggestion


@pytest.mark.parametrize(
    ("text", "line", "lines", "others"),
    [
        ("kontak:\nwa: '62812'\nsurel: a@b.id\n  telepon: y\n", 2, "3", "`  surel: a@b.id`"),
        ("kontak:\nwa: '62812'\nsurel: 'a@b.id'\n  telepon: y\n", 2, "3", "`  surel: 'a@b.id'`"),
        ("kontak:\nwa: '62812'\n  surel: a@b.id\ntelepon: y\n  alamat: z\n", 2, "4", "`  telepon: y`"),
        ("kontak:\nwa: '62812'\n  surel: z\ntelepon: y\nmenu: [a]\n", 2, "4", "`  telepon: y`"),
        ("kontak:\norganisasi:\n    id: X\nwa: y\n  surel: z\nmenu: [a]\n", 2, "4", "`  wa: y`"),
        (
            "nama: X\nkontak:\n  surel: z\nwa: y\n# kantor\ntelepon: t\n  alamat: a\norganisasi:\n    id: X",
            4,
            "6, 8",
            "`  telepon: t`, `  organisasi:`",
        ),
        ("kontak:\n  organisasi:\nid: X\nen: Y\n    ja: Z\n", 3, "4", "`    en: Y`"),
        ("kontak:\nwa: y\ntelepon: t\n  surel: z\nmenu: [a\n", 2, "3", "`  telepon: t`"),
    ],
)
def test_of_several_lines_without_their_spaces_the_first_is_told_with_all_others(
    text: str, line: int, lines: str, others: str
) -> None:
    (problem,) = told(parse_yaml(SourcePath("content/site.yaml"), text, 1)[1])
    assert (problem.at.line, problem.key) == (line, "yaml-indent.lines")
    assert (problem.values["lines"], problem.values["others"]) == (lines, others)
    mended = text.split("\n")
    assert problem.values["suggestion"].strip() == mended[line - 1]


def test_a_line_below_that_is_no_part_of_the_block_stays_where_it_is() -> None:
    text = "jam_buka:\nsenin: 08.00-16.00\n  selasa: tutup\nharga: 45.000\n"
    (problem,) = told(parse_yaml(SourcePath("content/shops/a.md"), text, 1)[1])
    assert (problem.at.line, problem.key) == (2, "yaml-indent.mended")


def test_lines_without_their_spaces_are_told_with_all_that_is_to_be_written() -> None:
    text = "kontak:\nwa: '62812'\nsurel: a@b.id\n  telepon: y\n"
    (problem,) = parse_yaml(SourcePath("content/site.yaml"), text, 1)[1]
    indonesian, english = (sentence_for(problem, language) for language in ("id", "en"))
    assert indonesian.message == (
        "`wa: '62812'` menjorok tidak sejajar dengan baris di sekitarnya; begitu juga baris 3"
    )
    assert indonesian.hint == (
        "banyaknya spasi di depan tiap baris itu: 2; tulis `  wa: '62812'`, lalu `  surel: a@b.id`"
    )
    assert english.message == "`wa: '62812'` is not indented like the lines around it; nor are these lines: 3"
    assert english.hint == "spaces before each of them: 2; write `  wa: '62812'`, then `  surel: a@b.id`"


@pytest.mark.parametrize(
    ("text", "spaces", "line"),
    [("nama: x\n  kota: y\n", "0", "kota: y"), ("foto:\n  - a\n - b\n", "2", "  - b")],
)
def test_the_spaces_of_a_line_that_stands_wrong_are_counted_and_shown(
    text: str, spaces: str, line: str
) -> None:
    _, problems = parse_yaml(PATH, text, 1)
    assert [(one.values["spaces"], one.values["suggestion"]) for one in told(problems)] == [(spaces, line)]
