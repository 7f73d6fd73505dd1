"""What a page says and in which language, and what does not belong to that language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID = words("area base br col embed hr img input link meta source track wbr")
_SILENT = frozenset(("script", "style", "code"))
_SPOKEN = ("alt", "aria-label", "title", "placeholder")
"""Attributes that are read out."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A run of text with the language that the nearest `lang` gives it."""

    text: str
    lang: str
    line: int


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.said: list[Utterance] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        lang = given.get("lang", self.open[-1][1] if self.open else "")
        self.said += [Utterance(given[name], lang, self.getpos()[0]) for name in _SPOKEN if given.get(name)]
        if tag not in _VOID:
            self.open.append((tag, lang))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.open}
        if data.strip() and "body" in tags and tags.isdisjoint(_SILENT):
            self.said.append(Utterance(data.strip(), self.open[-1][1], self.getpos()[0]))


def utterances(html: str) -> list[Utterance]:
    """Give all that a page says in its body, attributes that are read out included."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.said


INDONESIAN = words(
    "dan yang di untuk dengan dari ini itu atau pada adalah tidak ke oleh dalam juga lebih sudah belum "
    "akan bisa dapat kami anda jika bila karena sebagai tetapi hanya para sampai antara seperti"
)
ENGLISH = words(
    "the and of for with from this that is are was were to in by on not or at it they we you "
    "which who what how when where but have has been more than their there"
)
"""Small words that no other language of the site writes: they betray a text in the wrong place."""

_WORD = re.compile(r"\b[^\W\d_]+(?:['’][^\W\d_]+)*")
_LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Za-zÀ-ÖØ-öø-ɏ][A-Za-zÀ-ÖØ-öø-ɏ0-9'’&./-]*")
_ADDRESS = re.compile(r"https?://[!-~]+|[!-~]+@[!-~]+")
"""Of a page or for mail: it belongs to no language, and paper shows it as it is."""
_KANA = re.compile(r"[\u3041-\u30fa]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONG = 30
"""Characters from which on a Japanese text without kana, or a Chinese one without Han, can't be one."""


def strangers(said: Utterance, allowed: frozenset[str], phrases: tuple[str, ...]) -> Iterator[str]:
    """Give the words of an utterance that do not belong to its language.

    `allowed` are names in Latin letters that Japanese and Chinese keep, `phrases` what a text quotes.
    """
    text = _ADDRESS.sub(" ", said.text)
    for phrase in phrases:
        text = text.replace(phrase, " ")
    match said.lang:
        case "en" | "id":
            others = INDONESIAN if said.lang == "en" else ENGLISH
            yield from (word for word in _WORD.findall(text) if word.lower() in others)
            yield from _HAN.findall(text) or _KANA.findall(text)
        case "ja" | "zh":
            yield from _foreign_to_east_asia(text, said.lang, allowed)
        case _:
            return


def _foreign_to_east_asia(text: str, lang: str, allowed: frozenset[str]) -> Iterator[str]:
    yield from (run for run in _LATIN.findall(text) if run.rstrip(".'’/-") not in allowed)
    # The older character sets hold one country's way of writing: no 这 in Japan's, no 財 in GB 2312.
    charset = {"ja": "cp932", "zh": "gb2312"}[lang]
    yield from (sign for sign in _HAN.findall(text) if not _fits(sign, charset))
    if lang == "zh":
        yield from _KANA.findall(text)
    elif len(_HAN.findall(text)) > _LONG and not _KANA.search(text):
        yield text


def _fits(sign: str, charset: str) -> bool:
    try:
        sign.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
