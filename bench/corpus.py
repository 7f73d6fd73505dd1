"""A made-up catalogue of any size, always the same one for a size, as values for both sites' writers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from bench import words

SHOP_LINK = "SHOP-LINK"
"""Stands in a body for the address of the product's shop; each generator links in its own way."""


@dataclass(frozen=True, slots=True)
class Shop:
    id: str
    name: str
    summary: tuple[str, ...]
    """Texts are in the order of `words.LANGUAGES`, as many as the corpus has languages."""
    kind: str
    village: str
    address: str
    whatsapp: str
    since: int
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Product:
    id: str
    name: tuple[str, ...]
    summary: tuple[str, ...]
    shop: Shop
    category: words.Term
    materials: tuple[words.Term, ...]
    colours: tuple[words.Term, ...]
    price_idr: int
    size_cm: tuple[int, int, int]
    weight_g: int
    moq: int
    lead_time_days: int
    capacity_per_month: int
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Shops are held, products are made one by one: 50,000 of them need no memory."""

    entries: int
    languages: tuple[str, ...]
    shops: tuple[Shop, ...]
    seed: int = 1939

    def products(self) -> Iterator[Product]:
        """All products, each made afresh from the seed and its number alone."""
        return (_make_product(self, number) for number in range(1, self.entries + 1))


def make_corpus(entries: int, languages: int = 1, seed: int = 1939) -> Corpus:
    codes = words.LANGUAGES[:languages]
    count = max(1, entries // 20)
    shops = tuple(_make_shop(number, len(codes), seed) for number in range(1, count + 1))
    return Corpus(entries, codes, shops, seed)


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def shop_categories(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """Give the categories of what each shop sells, in order."""
    found: dict[str, set[str]] = {shop.id: set() for shop in corpus.shops}
    for product in corpus.products():
        found[product.shop.id].add(product.category.id)
    default = words.CATEGORIES[0].id
    return {shop: tuple(sorted(ids)) or (default,) for shop, ids in found.items()}


def _make_shop(number: int, languages: int, seed: int) -> Shop:
    chance = Random(f"{seed}:shop:{number}")
    name = f"Toko {chance.choice(words.SHOP_NAMES)} {chance.choice(words.SERIES)} {number}"
    village = chance.choice(words.VILLAGES)
    since = 1940 + chance.randrange(80)
    facts = {"village": village, "since": since, "n": chance.randrange(3, 30)}
    return Shop(
        id=slug(name),
        name=name,
        summary=tuple(text.format(**facts) for text in words.SHOP_SUMMARY[:languages]),
        kind=chance.choices(words.SHOP_KINDS, (1, 2, 10, 6))[0].id,
        village=village,
        address=f"Jl. Contoh {chance.randrange(1, 200)}, {village}",
        whatsapp=f"62812{chance.randrange(10**7, 10**8)}",
        since=since,
        body=tuple(text.format(**facts) for text in words.SHOP_BODY[:languages]),
    )


def _make_product(corpus: Corpus, number: int) -> Product:
    chance = Random(f"{corpus.seed}:product:{number}")
    thing = chance.choices(words.THINGS, [thing.share for thing in words.THINGS])[0]
    series = chance.choice(words.SERIES)
    names = tuple(f"{text} {series} {number}" for text in thing.names)
    shop = corpus.shops[chance.randrange(len(corpus.shops))]
    materials = tuple(chance.sample(words.MATERIALS, chance.choices((1, 2), (3, 1))[0]))
    colours = tuple(chance.sample(words.COLOURS, chance.randrange(1, 4)))
    layout = _Layout.drawn(chance)
    texts = []
    summaries = []
    for at in range(len(corpus.languages)):
        facts = {
            "name": names[at],
            "thing": names[at],
            "shop": shop.name,
            "village": shop.village,
            "material": materials[0].names[at].lower(),
            "colour": colours[0].names[at].lower(),
            "n": layout.number,
            "shop_link": SHOP_LINK,
        }
        texts.append(layout.body(at, facts))
        summaries.append(words.SUMMARY[at].format(**facts))
    return Product(
        id=slug(names[0]),
        name=names[: len(corpus.languages)],
        summary=tuple(summaries),
        shop=shop,
        category=next(term for term in words.CATEGORIES if term.id == thing.category),
        materials=materials,
        colours=colours,
        price_idr=thing.price_idr * chance.randrange(80, 180) // 100 // 500 * 500,
        size_cm=(chance.randrange(8, 60), chance.randrange(6, 50), chance.randrange(1, 30)),
        weight_g=chance.randrange(40, 4000),
        moq=chance.choice((1, 1, 1, 6, 12, 50)),
        lead_time_days=chance.randrange(1, 45),
        capacity_per_month=chance.randrange(10, 900),
        body=tuple(texts),
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which sentences a body has: the same in every language."""

    opening: int
    sentences: tuple[int, ...]
    points: tuple[int, ...]
    number: int

    @staticmethod
    def drawn(chance: Random) -> _Layout:
        return _Layout(
            opening=chance.randrange(len(words.OPENINGS)),
            sentences=tuple(chance.sample(range(len(words.SENTENCES)), 6)),
            points=tuple(chance.sample(range(len(words.POINTS)), 4)),
            number=chance.randrange(2, 13),
        )

    def body(self, at: int, facts: dict[str, object]) -> str:
        """Three paragraphs, a list, a heading and a paragraph with the link: about 150 words."""
        sentences = iter([words.SENTENCES[index][at] for index in self.sentences])
        blocks = [
            " ".join([words.OPENINGS[self.opening][at], *islice(sentences, 2)]),
            " ".join(islice(sentences, 3)),
            "\n".join(f"- {words.POINTS[index][at]}" for index in self.points),
            " ".join(sentences),
            f"## {words.CARE_HEADING[at]}",
            words.CARE[at],
        ]
        return "\n\n".join(blocks).format(**facts) + "\n"
