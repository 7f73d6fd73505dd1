"""What lists under words are made of: the entries of a category, a material, a village, a tag."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from site_builder.model.localized import Localized, Shown
from site_builder.names import Kind, Lang
from site_builder.plan.edition import Edition
from site_builder.plan.views.cards import EntryCard, ProductCard, ShopCard, Term
from site_builder.plan.views.parts import TermCount
from site_builder.text.slug import slug_of

C = TypeVar("C", ProductCard, ShopCard, EntryCard)


class Group(Struct, Generic[C], frozen=True):
    """Entries of one kind that share a word, in list order."""

    kind: Kind
    facet: str
    term: Term
    name: Localized | None
    """In all languages; `None` for the name of a village, which every language writes alike."""
    cards: tuple[C, ...]

    @property
    def count(self) -> TermCount:
        """Count what is real: 0 where all are samples."""
        return TermCount(self.term, sum(not card.is_sample for card in self.cards))


def counts_of(groups: Iterable[Group[C]]) -> tuple[TermCount, ...]:
    return tuple(group.count for group in groups)


def group_by_words(
    edition: Edition, kind: Kind, facet: str, section: str, cards: Iterable[C], words: Iterable[Sequence[str]]
) -> tuple[Group[C], ...]:
    """Group `cards` by their `words`, which are of `section`, in the vocabulary's order.

    A word that is not there, which is told elsewhere, makes no list: its address may be another one's.
    """
    under: defaultdict[str, list[C]] = defaultdict(list)
    for card, own in zip(cards, words, strict=True):
        for term in dict.fromkeys(own):
            under[term].append(card)
    names: Mapping[str, Localized] = getattr(edition.catalog.vocabulary, section)
    order = [term for term in names if term in under]
    return tuple(
        Group(
            kind,
            facet,
            edition.term(section, term, listed=(kind, facet)),
            names[term],
            tuple(under[term]),
        )
        for term in order
    )


def group_by_village(edition: Edition, cards: Iterable[ShopCard]) -> tuple[Group[ShopCard], ...]:
    """Group shops by village, however it is spelled: the first spelling stands for all with its address.

    A village whose name has no letter that could stand in an address has no list.
    """
    names: dict[str, str] = {}
    under: defaultdict[str, list[ShopCard]] = defaultdict(list)
    for card in cards:
        slug = slug_of(card.village or "")
        if slug:
            names.setdefault(slug, card.village or "")
            under[slug].append(card)
    return tuple(
        Group(Kind.SHOPS, "village", _village(edition, slug, name), None, tuple(under[slug]))
        for slug, name in sorted(names.items(), key=lambda pair: pair[1])
    )


def _village(edition: Edition, slug: str, name: str) -> Term:
    url = edition.routes.term(Kind.SHOPS, "village", slug, edition.lang)
    return Term(slug, Shown(name, edition.default_lang), url)


def really_in(edition: Edition, kind: Kind, cards: Iterable[C], named_in: Iterable[Lang]) -> frozenset[Lang]:
    """Choose from `named_in` the languages in which at least one of the entries is translated.

    The answer is the same in every edition, so that pages name each other mutually.
    """
    entries = edition.catalog.of(kind)
    missing, written = set(named_in), set[Lang]()
    for card in cards:
        if not missing:
            break
        found = missing.intersection(entries[card.id].translated)
        written |= found
        missing -= found
    return frozenset(written)
