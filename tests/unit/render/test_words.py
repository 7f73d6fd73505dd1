from __future__ import annotations

import json
from dataclasses import asdict

from site_builder.render.words import Words, parse_po

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {}\\n"\n\n'
POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


def words(entries: str, plural: str = "nplurals=2; plural=(n != 1);") -> Words:
    return parse_po((HEADER.format(plural) + entries).encode())


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


def test_a_gap_in_the_plurals_counts_as_missing() -> None:
    assert words(PLURAL + 'msgstr[0] "toko"\nmsgstr[1] ""\n').plurals == {}


def test_words_can_be_kept_as_json() -> None:
    found = words('msgid "Shop"\nmsgstr "Toko"\n\n' + PLURAL + 'msgstr[0] "a"\nmsgstr[1] "b"\n')
    kept = json.loads(json.dumps(asdict(found)))
    plurals = {key: tuple(forms) for key, forms in kept["plurals"].items()}
    assert Words(kept["singles"], plurals, kept["plural_rule"]) == found
