from __future__ import annotations

import msgspec
import pytest

from site_builder.names import SourcePath
from site_builder.render.po_files import parse_po
from site_builder.render.words import Words

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {}\\n"\n\n'
PATH = SourcePath("templates/locale/pl.po")
POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


def words(entries: str, plural: str = "nplurals=2; plural=(n != 1);") -> Words:
    found, problems = parse_po(PATH, (HEADER.format(plural) + entries).encode())
    assert problems == ()
    return found


def faults(
    entries: str, header: str = HEADER.format("nplurals=2; plural=(n != 1);")
) -> list[tuple[str, int]]:
    """Give keys and lines; the entries begin in line 6."""
    return [(problem.key, problem.at.line) for problem in parse_po(PATH, (header + entries).encode())[1]]


def test_words_are_translated_and_missing_ones_stay_english() -> None:
    indonesian = words('msgid "Shop"\nmsgstr "Toko"\n\nmsgid "Price"\nmsgstr ""\n')
    assert [indonesian.gettext(word) for word in ("Shop", "Price", "Other")] == ["Toko", "Price", "Other"]


def test_words_that_are_unsure_or_obsolete_are_not_shown() -> None:
    found = words('#, fuzzy\nmsgid "Shop"\nmsgstr "Tokoh"\n\n#~ msgid "Old"\n#~ msgstr "Lama"\n')
    assert found.singles == {}


PLURAL = 'msgid "%(n)s shop"\nmsgid_plural "%(n)s shops"\n'


def test_plurals_follow_the_rule_of_the_language() -> None:
    polish = words(PLURAL + 'msgstr[0] "sklep"\nmsgstr[1] "sklepy"\nmsgstr[2] "sklepów"\n', POLISH)
    assert [polish.ngettext("%(n)s shop", "%(n)s shops", n) for n in (1, 2, 5, 22)] == [
        "sklep",
        "sklepy",
        "sklepów",
        "sklepy",
    ]


def test_a_language_without_plural_has_one_form() -> None:
    indonesian = words(PLURAL + 'msgstr[0] "toko"\n', "nplurals=1; plural=0;")
    assert [indonesian.ngettext("%(n)s shop", "%(n)s shops", n) for n in (0, 1, 2)] == ["toko"] * 3


def test_plurals_that_are_missing_stay_english() -> None:
    assert [Words().ngettext("shop", "shops", n) for n in (1, 2)] == ["shop", "shops"]


def test_plurals_without_any_form_count_as_missing() -> None:
    assert words(PLURAL + 'msgstr[0] ""\nmsgstr[1] ""\n').plurals == {}


def test_texts_of_several_lines_and_escapes_are_joined() -> None:
    found = words('msgctxt "a"\nmsgid ""\n"Sh"\n"op"\nmsgstr "T\\"o\\n"\n  "k\\\\o"\n')
    assert found.singles == {"Shop": 'T"o\nk\\o'}


SHOP = 'msgid "Shop"\n'
PRICE = 'msgid "%(price)s each"\n'


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ("Toko\n", [("po-line", 6)]),
        ('masgid "Shop"\nmsgstr "Toko"\n', [("po-line", 6)]),
        (SHOP + 'msgstr "Toko\n', [("po-line.quote", 7)]),
        (SHOP + 'msgstr "To"ko"\n', [("po-line.quote", 7)]),
        (SHOP + 'msgstr "Toko\\"\n', [("po-line.quote", 7)]),
        (SHOP + 'msgstr "To\\ko"\n', [("po-line.quote", 7)]),
        ('msgid "Shop\nmsgstr "Toko"\n', [("po-line.quote", 6)]),
        (SHOP + "msgstr Toko\n", [("po-line", 7)]),
        (SHOP + 'msgstr "a"\nmsgstr "b"\n', [("po-line.place", 8)]),
        ('# remark\n"Toko"\n', [("po-line.place", 7)]),
        ('msgstr "Toko"\n', [("po-line.place", 6)]),
        (SHOP, [("po-entry", 6)]),
        (SHOP + 'msgstr[0] "Toko"\n', [("po-entry.single", 7)]),
        (PLURAL + 'msgstr "toko"\n', [("po-entry.plural", 6)]),
        (PLURAL + 'msgstr[0] "toko"\n', [("po-entry.forms", 6)]),
        (PLURAL + 'msgstr[0] "toko"\nmsgstr[1] ""\n', [("po-entry.forms", 6)]),
        (PLURAL + 'msgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n', [("po-entry.forms", 6)]),
        (PRICE + 'msgstr "%(harga)s"\n', [("po-placeholder", 7)]),
        (PRICE + 'msgstr "%(price)s 100%"\n', [("po-placeholder.form", 7)]),
        (PRICE + 'msgstr "%s"\n', [("po-placeholder.form", 7)]),
        (PRICE + 'msgstr "%(price)999999999s"\n', [("po-placeholder.form", 7)]),
        (PRICE + 'msgstr "%(price)d"\n', [("po-placeholder.form", 7)]),
        (PRICE + 'msgstr "%(price"\n', [("po-placeholder.form", 7)]),
        (PRICE + 'msgstr "%%%"\n', [("po-placeholder.form", 7)]),
        (SHOP + 'msgstr "Toko %(n)s"\n', [("po-placeholder.none", 7)]),
        (PLURAL + 'msgstr[0] "%(n)s"\nmsgstr[1] "%(m)s"\n', [("po-placeholder", 9)]),
        ('msgid "A"\nmsgid_plural "B"\nmsgstr[0] "a"\nmsgstr[1] "%d"\n', [("po-placeholder.form", 9)]),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_line(entries: str, told: list[tuple[str, int]]) -> None:
    assert faults(entries) == told


@pytest.mark.parametrize(
    "entries",
    [
        PRICE + 'msgstr "%(price)s, 100%%"\n',
        SHOP + 'msgstr "100% Toko, %s"\n',
        PLURAL + 'msgstr[0] "satu"\nmsgstr[1] "%(num)s"\n',
        "#, fuzzy\n" + PRICE + 'msgstr "%(harga)s"\n',
        "#~ " + PRICE + '#~ msgstr "%(harga)s"\n',
        SHOP + 'msgstr "Toko"\n\n\n',
    ],
)
def test_what_can_be_shown_is_no_fault(entries: str) -> None:
    assert faults(entries) == []


@pytest.mark.parametrize(
    "rule",
    [
        "nplurals=x; plural=0;",
        "nplurals=0; plural=0;",
        "nplurals=99; plural=0;",
        "nplurals=2;",
        "nplurals=2; plural=n/0;",
        "nplurals=2; plural=n-5;",
        "nplurals=2; plural=n;",
        "nplurals=2; plural=1/(n-900);",
        "nplurals=2; plural=__import__(n);",
        "nplurals=2; plural=" + "(" * 300 + "n" + ")" * 300,
        "2",
    ],
)
def test_a_rule_that_fails_for_some_number_is_told_in_the_header(rule: str) -> None:
    assert faults(PLURAL + 'msgstr[0] "a"\nmsgstr[1] "b"\n', HEADER.format(rule)) == [("po-header.plural", 4)]


def test_a_rule_that_fails_beyond_all_that_was_tried_gives_the_first_form() -> None:
    far = words(PLURAL + 'msgstr[0] "a"\nmsgstr[1] "b"\n', "nplurals=2; plural=n == 5000 ? 1/(n-5000) : 1;")
    assert [far.ngettext("%(n)s shop", "%(n)s shops", n) for n in (1, 5000)] == ["b", "a"]


@pytest.mark.parametrize("charset", ["foo", "utf-7", "latin-1", "CHARSET", ""])
def test_a_catalog_is_utf8_and_says_so(charset: str) -> None:
    header = HEADER.format("nplurals=1; plural=0;").replace("UTF-8", charset)
    assert faults("", header) == [("po-header.charset", 3)]


def test_other_lines_of_the_header_decide_nothing() -> None:
    header = (
        HEADER.format("nplurals=1; plural=0;").strip() + '\n"PO-Revision-Date: 2020-13-99 99:99+9999\\n"\n'
    )
    assert faults(SHOP + 'msgstr "Toko"\n', header + '"Language: ??\\n"\n\n') == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('msgid "Shop"\nmsgstr "Caf\xe9"\n'.encode("latin-1"), ("file-encoding.ansi", 2)),
        (b"\x89PNG\r\n\x1a\n\xff", ("file-encoding.ansi", 1)),
        (b'msgid "Shop"\nmsgstr "\x00"\n', ("file-character.nul", 2)),
        ('\ufeffmsgid "Shop"\r\nmsgstr "Toko\r\n'.encode(), ("po-line.quote", 2)),
    ],
)
def test_bytes_that_are_no_text_are_told(source: bytes, told: tuple[str, int]) -> None:
    (problem,) = parse_po(PATH, source)[1]
    assert (problem.key, problem.at.path, problem.at.line) == (told[0], PATH, told[1])


def test_words_can_be_kept_as_json() -> None:
    found = words('msgid "Shop"\nmsgstr "Toko"\n\n' + PLURAL + 'msgstr[0] "a"\nmsgstr[1] "b"\n')
    assert msgspec.json.decode(msgspec.json.encode(found), type=Words) == found
