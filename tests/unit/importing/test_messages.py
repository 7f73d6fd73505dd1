from __future__ import annotations

import re
import tomllib
from importlib import resources

TABLES = {
    language: tomllib.loads(
        (resources.files("site_builder.messages") / language / "import.toml").read_text("utf-8")
    )
    for language in ("id", "en")
}


def test_both_languages_have_the_same_sentences_with_the_same_places_and_a_cure() -> None:
    assert TABLES["id"].keys() == TABLES["en"].keys()
    for key, table in TABLES["id"].items():
        for part in ("message", "hint"):
            places = [set(re.findall(r"\{(\w+)\}", TABLES[language][key][part])) for language in TABLES]
            assert places[0] == places[1], key
            assert table[part], key
