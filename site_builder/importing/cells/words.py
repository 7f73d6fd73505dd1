"""Words of the vocabulary as offices write them: by id or name, in odd spellings; slips are only proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_builder.importing.cells.bare_names import bare_slug
from site_builder.model.localized import Localized
from site_builder.model.readers.words import without_per
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.text.village_names import are_near_words
from site_builder.validate.terms import called

_SPELLINGS = {
    "coklat": "cokelat", "nylon": "nilon", "polyester": "poliester", "polester": "poliester",
    "souvenir": "suvenir", "souvenirs": "suvenir", "sovenir": "suvenir", "maroon": "marun",
    "orange": "oranye", "orens": "oranye", "cream": "krem", "creme": "krem",
    "canvas": "kanvas", "kanfas": "kanvas", "sendal": "sandal", "gray": "grey", "sintesis": "sintetis",
    "sintetik": "sintetis", "jacket": "jaket", "selempangan": "selempang",
    "sabuk": "ikat-pinggang", "slempang": "selempang", "traveling": "travel", "travelling": "travel",
}  # fmt: skip
"""Spellings of one and the same word; words that only mean much the same are not among them."""
_AND_MORE = frozenset(
    {
        "dll",
        "dsb",
        "dst",
        "etc",
        "lain-lain",
        "lainnya",
        "dan-lain-lain",
        "dan-lainnya",
        "dan-sebagainya",
        "dan-seterusnya",
    }
)
_TWICE = re.compile(r"\b([^\W\d_]{3,})2\b")
"""How a word that is said twice is written short: `abu2`."""
_SHORTEST_SLIP = 4
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")


def find_term(terms: Mapping[str, Localized], text: str) -> str:
    """Give the id of a word by its id or by its name in any language; spellings and plurals are one."""
    wanted = _key(text)
    return next((term for term, names in _names(terms) if wanted in names), "") if wanted else ""


def says_more(text: str) -> bool:
    """Whether a word only says that there is more: `dll.`."""
    return "-".join(re.findall(r"\w+", text.lower())) in _AND_MORE


def term_named(terms: Mapping[str, Localized], section: str, text: str) -> str:
    """Give the id of a word; raises `ScalarFault` with what was surely meant, else with all that there is."""
    found = find_term(terms, text) or _said_otherwise(terms, section, text)
    if found:
        return found
    _refuse_several(terms, text)
    values = {"value": shorten(text), "section": section, "called": called(section)}
    slips = {term for term, names in _names(terms) if any(is_slip(text, name) for name in names)}
    if len(slips) == 1:
        raise ScalarFault("term-unknown", "near", {**values, "suggestion": slips.pop()})
    raise ScalarFault("term-unknown", "allowed" if terms else "", {**values, "known": ", ".join(terms)})


_REAL = re.compile(r"\b(?:asli|genuine|original|ori)\b", re.IGNORECASE)


def _said_otherwise(terms: Mapping[str, Localized], section: str, text: str) -> str:
    """Give the id of a material that is said to be real, and of the one way to pay that ends so: `debit`."""
    if section == "materials" and _REAL.search(text):
        return find_term(terms, _REAL.sub(" ", text))
    if section != "payments" or not _key(text):
        return ""
    ending = {term for term, names in _names(terms) if any(name.endswith(f"-{_key(text)}") for name in names)}
    return ending.pop() if len(ending) == 1 else ""


_PARTS = re.compile(r"\s*(?:[,;/&+|\n]|\s(?:dan|and|atau|or)\s)\s*", re.IGNORECASE)


def _refuse_several(terms: Mapping[str, Localized], text: str) -> None:
    """Raise `ScalarFault` for several words where one is asked for."""
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) > 1 and not find_term(terms, text) and all(find_term(terms, part) for part in parts):
        words = ", ".join(f"`{part}`" for part in parts)
        raise ScalarFault("cell-one", "", {"value": shorten(text), "known": words})


def _names(terms: Mapping[str, Localized]) -> Iterator[tuple[str, frozenset[str]]]:
    for term, name in terms.items():
        yield term, frozenset(_key(text) for text in (term, *name.texts.values()))


def _key(text: str) -> str:
    twice = _TWICE.sub(r"\1 \1", text.casefold().replace("_", " "))
    words = re.findall(r"[\w'’]+", twice)
    return "-".join(_word(word.replace("’", "'")) for word in words)


def _word(word: str) -> str:
    """Write a word in one of its spellings, an English one without the `s` of several."""
    one = word.removesuffix("s") if word.isascii() and len(word) >= _SHORTEST_SLIP else word
    return _SPELLINGS.get(word, _SPELLINGS.get(one, one))


def is_slip(text: str, known: str) -> bool:
    """Whether each word is another one with a letter lost, doubled or wrong; of long ones with two."""
    return are_near_words(_key(text).split("-"), _key(known).split("-"))


def near_names(text: str, called: Mapping[str, Sequence[str]]) -> list[str]:
    """Give all ids that a name may mean, in order.

    `UD. Barokah Jaya (Kludan)` may be any of that bare name, or be called as it is in brackets.
    """
    ids = _near(text, called)
    for part in (_BRACKETS.sub(" ", text), *_BRACKETS.findall(text)) if not ids else ():
        bare = bare_slug(part)
        ids = ids or {
            shop for name, found in called.items() if bare and bare_slug(name) == bare for shop in found
        }
    return sorted(ids)


def _near(text: str, called: Mapping[str, Sequence[str]]) -> set[str]:
    wanted = _key(text).split("-")
    ids: dict[str, None] = {}
    for name, found in called.items():
        words = name.split("-")
        if set(wanted) <= set(words) or is_slip(text, name.replace("-", " ")):
            ids.update(dict.fromkeys(found))
    return {*ids}


def without_more(parts: Iterable[str]) -> list[str]:
    """Leave out what says only that there is more, where something else is said."""
    listed = [part for part in parts if part]
    kept = [part for part in listed if not says_more(part)]
    return kept or listed


_WEEKS = re.compile(r"(?<=\d)\s*(?:mgg|mggu|mngg|mngu|mg)\b\.?", re.IGNORECASE)
_DAYS = re.compile(r"(?<=\d)\s*(?:hr|hari|days?)\.?$", re.IGNORECASE)
_UNITS = {"psg": "pasang", "psng": "pasang", "bh": "buah", "lsn": "lusin"}


def in_full(field: str, text: str) -> str:
    """Write a unit in full, and leave out of a number of days that it is one: `3-5 hr`."""
    if field == "unit":
        bare = without_per(text) or text
        return _UNITS.get(bare.strip().casefold().rstrip("."), bare)
    return _WEEKS.sub(" minggu", _DAYS.sub("", text.strip())) if field == "lead_time_days" else text
