"""Opening hours as tokens: `Senin s.d Sabtu jam 8 pagi` is a day, until, a day and a time, 08.00."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from site_builder.model.readers.week_words import PARTS, SPELLED, WORDS

DAY_MINUTES = 24 * 60
NOON_MINUTE = 12 * 60
OPENED_BY_NOBODY = range(1, 5)
"""Hours that are after noon where nothing is said of it."""
LONGEST_TEXT = 300
"""A longer one tells no hours."""
_LEXEME = re.compile(
    r"[0-9]+(?:[.:][0-9]+)*|s\.?/?d\b|[ap]\.m\b|[^\W\d_]+(?:['’`´][^\W\d_]+)*|[^\s._]", re.IGNORECASE
)
_CLOCK = re.compile(r"([0-9]{1,2})(?:([.:])([0-9]{2})(?:[.:]00)?)?")


class Token(Struct, frozen=True):
    """A word, a sign or a time of a text, which it has from `start` to `end`."""

    sign: str
    """Of what it means, as in `WORDS`."""
    text: str
    """In the one form: of `Senen` it is `senin`, of `5 sore` it is `17.00`."""
    start: int
    end: int
    part: str = ""
    """Of the day, in which a time was told to be."""

    @property
    def minute(self) -> int:
        """Of the day, for a time; one that no clock shows counts on."""
        hour, _, minute = self.text.replace(":", ".").partition(".")
        return 60 * int(hour) + int(minute or 0)

    @property
    def is_on_clock(self) -> bool:
        return self.minute <= DAY_MINUTES and (self.text.isdigit() or self.text[-2:] < "60")

    @property
    def is_bare(self) -> bool:
        """Whether a time may be of either half of the day: `7` and `7.30` may be, `07` and `10.00` not."""
        hour, _, minute = self.text.replace(":", ".").partition(".")
        is_short = len(hour) == 1 or not minute
        return not self.part and hour[0] != "0" and self.minute < NOON_MINUTE + 60 and is_short

    @property
    def may_be_before_dawn(self) -> bool:
        """Whether it is an hour at which no shop opens, or after noon, which nobody said."""
        return self.is_bare and self.minute // 60 in OPENED_BY_NOBODY


def tokens_of(text: str) -> list[Token]:
    """Part a text into tokens, of which each is the longest phrase that is known from there on."""
    if len(text) > LONGEST_TEXT:
        return [Token("?", text, 0, len(text))]
    return list(_tokens([(_plain(found[0]), *found.span()) for found in _LEXEME.finditer(text)]))


def shape_of(tokens: Iterable[Token]) -> str:
    """Write what tokens mean, a sign for each: `d-dc-c` of `Senin-Sabtu 08.00-17.00`."""
    return "".join(token.sign for token in tokens)


def shown(minute: int) -> str:
    return f"{minute // 60:02}.{minute % 60:02}"


def _tokens(lexemes: list[tuple[str, int, int]]) -> Iterator[Token]:
    at = 0
    while at < len(lexemes):
        first, start, _ = lexemes[at]
        if first not in _FIRST and not first[0].isdigit():
            yield Token("?", first, start, lexemes[at][2])
            at += 1
            continue
        names = tuple(name for name, _, _ in lexemes[at : at + _LONGEST])
        length = next((size for size in range(len(names), 0, -1) if names[:size] in _KNOWN), 0)
        if length:
            yield Token(*_KNOWN[names[:length]], start, lexemes[at + length - 1][2])
            at += length
            continue
        part = names[1] if names[1:] and names[1] in PARTS else ""
        at += 2 if part else 1
        clock = _clock(names[0], part)
        yield Token("c" if clock else "?", clock or names[0], start, lexemes[at - 1][2], part)


def _clock(text: str, part: str) -> str:
    """Write a time as it was told, but for its seconds, or as the clock shows it if its part is told.

    Gives nothing where it is none, or where that part of the day doesn't have such an hour.
    """
    found = _CLOCK.fullmatch(text)
    if found is None or not part:
        return "".join(filter(None, found.groups())) if found is not None else ""
    told, minute = int(found[1]), found[3] or "00"
    meant = [hour for hour in PARTS[part] if hour == told or (told <= 12 and hour % 12 == told % 12)]
    if len(meant) != 1 or minute >= "60":
        return ""
    return f"{meant[0] % 24 if minute > '00' else meant[0]:02}.{minute}"


def _plain(lexeme: str) -> str:
    return lexeme if lexeme[0].isdigit() else lexeme.lower().replace(".", "")


_KNOWN = {
    tuple(_plain(lexeme) for lexeme in _LEXEME.findall(phrase)): (sign, SPELLED.get(phrase, phrase))
    for sign, phrases in WORDS.items()
    for phrase in phrases
}
_LONGEST = max(map(len, _KNOWN))
_FIRST = frozenset(names[0] for names in _KNOWN)
