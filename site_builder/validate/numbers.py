"""Telephone numbers in texts that are nobody's: of a shop that is gone, or whose owner wants them gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.catalog import AnyEntry, Catalog, EntryKey
from site_builder.model.config import SiteConfig
from site_builder.model.entries import Meta, Shop
from site_builder.model.readers.contact import international
from site_builder.names import Kind, Lang, SourcePath
from site_builder.problems import Problem, Severity
from site_builder.text.phone_numbers import phone_numbers
from site_builder.validate.references import Locate
from site_builder.validate.shapes import shape_of_class
from site_builder.validate.texts import texts_of

CODE = "number-strange"
_META = shape_of_class(Meta)
_ASKED_IN_TEXT = (Kind.EVENTS, Kind.PLACES, Kind.VISITS)
"""These have no field for whom to ask, so that their texts are the place for that number."""
_FOLDERS_ASKED = tuple(f"content/{kind.value}/" for kind in _ASKED_IN_TEXT)


class Numbers(Struct, frozen=True):
    """All numbers by which shops and the site are reached, as they are dialled."""

    known: frozenset[str]
    closed: Mapping[str, SourcePath]
    """Of shops that have closed for good, where no other one has the number: their pages show none."""

    def judged(self, problem: Problem) -> Problem | None:
        """Say of a number that stands in a text whose it was; `None` where it is somebody's."""
        dialled = problem.values["dialled"]
        if dialled in self.known:
            return None
        if dialled in self.closed:
            values = {**problem.values, "file": self.closed[dialled]}
            return replace(problem, variant="closed", values=values)
        return problem


def known_numbers(
    entries: Iterable[AnyEntry], unread: Iterable[EntryKey], config: SiteConfig
) -> Numbers | None:
    """Gather the numbers; `None` while a shop can't be read: any number may be its own."""
    if any(kind is Kind.SHOPS for kind, _ in unread):
        return None
    known = _dialled(config.contact.whatsapp, config.contact.phone)
    closed: dict[str, SourcePath] = {}
    for entry in entries:
        if isinstance(entry.facts, Shop):
            numbers = _dialled(entry.facts.whatsapp, entry.facts.phone)
            if entry.facts.closed_since is None:
                known |= numbers
            else:
                closed |= dict.fromkeys(numbers, entry.path)
    return Numbers(frozenset(known), closed)


def _dialled(whatsapp: str | None, phone: str | None) -> set[str]:
    return {international(number) for number in (whatsapp and f"+{whatsapp}", phone) if number}


def only_strange(
    problems: Iterable[Problem], entries: Sequence[AnyEntry], numbers: Numbers | None
) -> list[Problem]:
    """Leave out the numbers of texts that are somebody's, and those of made-up entries."""
    made_up = {path for entry in entries if entry.meta.sample for path in entry.paths}
    left: list[Problem] = []
    for problem in problems:
        if problem.code != CODE:
            left.append(problem)
        elif not (
            numbers is None or problem.at.path in made_up or problem.at.path.startswith(_FOLDERS_ASKED)
        ):
            judged = numbers.judged(problem)
            left += () if judged is None else (judged,)
    return left


def check_texts(catalog: Catalog, numbers: Numbers | None, locate: Locate) -> Iterator[Problem]:
    """Tell of such numbers in the texts of fields, each in the file of its language."""
    default = Lang(catalog.config.languages[0].code)
    if numbers is None:
        return
    for entry in catalog:
        if entry.meta.sample or entry.kind in _ASKED_IN_TEXT:
            continue
        facts = shape_of_class(type(entry.facts))
        for field, text in (*texts_of(_META, entry.meta), *texts_of(facts, entry.facts)):
            for lang, words in text.texts.items():
                for _, written, dialled in phone_numbers(words):
                    if dialled not in numbers.known:
                        at = locate(_path(entry, lang, default), field)
                        values = {"value": written, "dialled": dialled}
                        judged = numbers.judged(Problem(CODE, at, "", values, Severity.WARNING))
                        yield from () if judged is None else (judged,)


def _path(entry: AnyEntry, lang: Lang, default: Lang) -> SourcePath:
    """Give the file in which the texts of a language stand: its own, else the base file."""
    own = [path for path in entry.paths[1:] if f".{lang}." in path.rpartition("/")[2]]
    return own[0] if own and lang != default else entry.path
