"""Catalogs of interface words, `templates/locale/<lang>.po`: read strictly, every fault at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from site_builder.names import SourcePath
from site_builder.problems import Problem, Span
from site_builder.render.words import Words, plural_form
from site_builder.source.text_bytes import read_text

_LINE = re.compile(
    r'(?:(?P<word>msgctxt|msgid|msgid_plural|msgstr(?:\[(?P<form>\d)\])?)\s*)?"(?P<text>(?:[^"\\]|\\[\\"ntr])*)"'
)
_BEGUN = re.compile(r'(?:msg(?:ctxt|id|id_plural|str(?:\[\d\])?)\s*)?"')
_BEGINS = re.compile(r"msg(?:ctxt|id)\b")
_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_FORM_OF = re.compile(r"msgstr\[(\d)\]")
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_OTHER_PERCENT = re.compile(r"%(?:\(\w*\)?)?[^\s%]?")
_PLURAL_FORMS = re.compile(r"\s*nplurals\s*=\s*([1-6])\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*", re.ASCII)
_UTF8 = re.compile(r"charset\s*=\s*utf-?8\s*(?:;|$)", re.IGNORECASE)
_TRIED = 1000
"""Every rule of a language repeats itself within this many numbers."""
_SHOWN = 60
_NAMED = 9


class _Message(Struct):
    """One entry of a catalog while its lines are read."""

    is_unsure: bool = False
    is_broken: bool = False
    """A line of it is told already; what follows from that is not."""
    texts: dict[str, str] = field(default_factory=dict)
    """By the word before it: `msgid`, `msgstr[0]`."""
    lines: dict[str, int] = field(default_factory=dict)
    pieces: list[tuple[int, str]] = field(default_factory=list)
    """Every quoted text with its line."""

    def add(self, number: int, word: str, text: str) -> None:
        self.texts[word] = self.texts.get(word, "") + text
        self.lines.setdefault(word, number)
        self.pieces.append((number, text))

    @property
    def id(self) -> str:
        return self.texts.get("msgid", "")

    @property
    def forms(self) -> dict[int, tuple[str, str]]:
        """Give the translations of a plural with their words, by number."""
        found = ((word, _FORM_OF.fullmatch(word)) for word in self.texts)
        return {int(form[1]): (word, self.texts[word]) for word, form in found if form is not None}

    def line_of(self, text: str) -> int:
        return next((line for line, piece in self.pieces if text in piece), self.pieces[0][0])


def parse_po(path: SourcePath, source: bytes) -> tuple[Words, tuple[Problem, ...]]:
    """Read a catalog of gettext; what is untranslated, marked unsure or obsolete is left out.

    A translation may name only the values that the English words name, in their form `%(name)s`: it is
    filled in while pages are made, where a wrong one would end the build far from its cause.
    """
    text = read_text(path, source)
    if isinstance(text, Problem):
        return Words(), (text,)
    problems: list[Problem] = []
    messages = [message for message in _messages(path, text, problems) if not message.is_broken]
    number_of_forms, rule = 0, ""
    words = Words()
    for message in messages:
        if not message.id and "msgstr" in message.texts:
            number_of_forms, rule = _header(path, message, problems)
    for message in messages:
        if message.id and not message.is_unsure:
            found = list(_faults(path, message, number_of_forms))
            problems += found
            if not found:
                _keep(message, words)
    return Words(words.singles, words.plurals, rule or words.plural_rule), tuple(problems)


def _keep(message: _Message, words: Words) -> None:
    translation = message.texts.get("msgstr")
    if translation:
        words.singles[message.id] = translation
    forms = tuple(text for _, (_, text) in sorted(message.forms.items()))
    if forms and all(forms):
        words.plurals[message.id] = forms


# --- lines ------------------------------------------------------------------------------------------


def _messages(path: SourcePath, text: str, problems: list[Problem]) -> Iterator[_Message]:
    """Yield the entries, those with a line that is at fault too, as far as they could be read."""
    message = _Message()
    word = ""
    for number, written in enumerate(text.split("\n"), start=1):
        line = written.strip()
        if not line or line.startswith("#"):
            if "msgid" in message.texts and line:
                yield message
                message, word = _Message(), ""
            message.is_unsure |= line.startswith("#,") and "fuzzy" in line
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            variant = "quote" if _BEGUN.match(line) else ""
            problems.append(_problem(path, number, "po-line", variant, value=line))
            if _BEGINS.match(line):
                yield message
                message, word = _Message(), "msgid"
                message.add(number, word, "")
            message.is_broken = True
            continue
        begins = found["word"] in {"msgctxt", "msgid"}
        if begins and "msgid" in message.texts:
            yield message
            message = _Message()
        word = found["word"] or word
        out_of_place = not begins and "msgid" not in message.texts and word != "msgctxt"
        if out_of_place or (found["word"] and word in message.texts):
            if not message.is_broken:
                problems.append(_problem(path, number, "po-line", "place", value=line))
            message.is_broken = True
            continue
        message.add(number, word, _ESCAPED.sub(lambda e: _ESCAPES.get(e[1], e[1]), found["text"]))
    if "msgid" in message.texts:
        yield message


# --- the header -------------------------------------------------------------------------------------


def _header(path: SourcePath, message: _Message, problems: list[Problem]) -> tuple[int, str]:
    """Give how many forms a plural has and by what rule; nothing where the header does not say."""
    fields: dict[str, str] = {}
    for line in message.texts["msgstr"].split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields[name.strip().lower()] = value.strip()
    content_type = fields.get("content-type", "")
    if "charset" in content_type.lower() and not _UTF8.search(content_type):
        at = message.line_of("charset")
        problems.append(_problem(path, at, "po-header", "charset", value=content_type))
    written = fields.get("plural-forms")
    if written is None:
        return 0, ""
    found = _PLURAL_FORMS.fullmatch(written)
    if found is not None and _is_sound(found[2], int(found[1])):
        return int(found[1]), found[2]
    at = message.line_of("Plural-Forms")
    problems.append(_problem(path, at, "po-header", "plural", value=written))
    return 0, ""


def _is_sound(rule: str, forms: int) -> bool:
    """Whether a rule can be computed and gives one of the forms for every number."""
    try:
        return all(0 <= plural_form(rule, number) < forms for number in range(_TRIED))
    except (ValueError, ArithmeticError, RecursionError):
        return False


# --- translations -----------------------------------------------------------------------------------


def _faults(path: SourcePath, message: _Message, number_of_forms: int) -> Iterator[Problem]:
    """Yield what is wrong with an entry; `number_of_forms` is 0 where that is not known."""
    at, forms = message.lines["msgid"], message.forms
    plural = message.texts.get("msgid_plural")
    single = message.texts.get("msgstr")
    if plural is None and forms:
        word = next(iter(forms.values()))[0]
        yield _problem(path, message.lines[word], "po-entry", "single", value=message.id)
        return
    if single is None if plural is None else not forms:
        yield _problem(path, at, "po-entry", "" if plural is None else "plural", value=message.id)
        return
    if plural is not None and any(text for _, text in forms.values()):
        wanted = set(range(number_of_forms or len(forms)))
        given = {form for form, (_, text) in forms.items() if text}
        if given != wanted:
            numbers = ", ".join(f"`msgstr[{form}]`" for form in sorted(wanted))
            yield _problem(path, at, "po-entry", "forms", value=message.id, wanted=numbers)
            return
    for word in message.texts:
        if word.startswith("msgstr"):
            yield from _placeholder_faults(path, message, word)


def _placeholder_faults(path: SourcePath, message: _Message, word: str) -> Iterator[Problem]:
    """Yield what could not be filled in; a sign `%` matters only in texts that are."""
    plural = message.texts.get("msgid_plural")
    names = set(_PLACEHOLDER.findall(f"{message.id} {plural or ''}"))
    is_filled = plural is not None or bool(names)
    at, text = message.lines[word], message.texts[word]
    for name in _PLACEHOLDER.findall(text):
        if name not in names and not (plural is not None and name == "num"):
            known = ", ".join(f"`%({one})s`" for one in sorted(names)[:_NAMED])
            variant = "" if names else "none"
            yield _problem(path, at, "po-placeholder", variant, value=f"%({name})s", known=known)
    if is_filled:
        bare = _PLACEHOLDER.sub("", text).replace("%%", "")
        for stray in dict.fromkeys(_OTHER_PERCENT.findall(bare)):
            yield _problem(path, at, "po-placeholder", "form", value=stray)


def _problem(path: SourcePath, line: int, code: str, variant: str, **values: str) -> Problem:
    value = values["value"].replace("\n", " ")
    short = value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"
    return Problem(code, Span(path, line), variant, {**values, "value": short})
