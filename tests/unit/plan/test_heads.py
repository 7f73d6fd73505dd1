from __future__ import annotations

from babel import Locale
from babel.localedata import locale_identifiers

from site_builder.names import Lang
from site_builder.plan.heads import is_right_to_left


def test_the_languages_written_from_the_right_are_those_that_babel_knows() -> None:
    known = [code for code in locale_identifiers() if len(code) <= 3 or len(code.partition("_")[2]) == 4]
    assert len(known) > 200
    wrong = [
        code
        for code in (*known, "ar_EG", "en_GB")
        if is_right_to_left(Lang(code.replace("_", "-")))
        is not (Locale.parse(code).character_order == "right-to-left")
    ]
    assert wrong == []
