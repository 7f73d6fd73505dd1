"""What is read of shops without a fault and is hardly meant: villages, numbers, hours, stops of trips."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from site_builder.model.catalog import Catalog, Entry
from site_builder.model.entries import Shop
from site_builder.model.localized import Localized
from site_builder.model.readers.contact import DIGITS_WITHOUT_AREA, HOME_AREA, international
from site_builder.model.readers.written import shorten
from site_builder.problems import Problem, Severity
from site_builder.text.slug import slug_of
from site_builder.text.village_names import are_near_villages, village_name
from site_builder.validate.references import Locate

_Shop: TypeAlias = Entry[Shop[Localized]]

_FEWEST_OF_KNOWN = 2
"""So many shops make a village one that is meant; a slip has one."""
_FIRST_OF_SERVICES = "1"
"""Begins numbers that are dialled the same everywhere: `14045`, `1500-123`."""


def check_shops(catalog: Catalog, locate: Locate) -> Iterator[Problem]:
    """Warn of slips in villages, numbers that lead nowhere or to two shops, shops that never open."""
    shops = [shop for shop in catalog.shops.values() if not shop.meta.sample]
    meant = meant_villages(Counter(shop.facts.village for shop in shops if shop.facts.village))
    for shop in shops:
        village, phone = shop.facts.village, shop.facts.phone
        if village in meant:
            variant, right = meant[village]
            values = {"value": shorten(village), "suggestion": right}
            at = locate(shop.path, ("village",))
            yield Problem("village", at, variant, values, Severity.WARNING)
        if phone is not None and phone[0] not in "0+" and is_local(phone):
            at = locate(shop.path, ("phone",))
            yield Problem(
                "phone-local", at, "", {"value": phone, "full": _with_area(phone)}, Severity.WARNING
            )
        if shop.facts.hours is not None and shop.facts.hours.days == ((),) * 7:
            yield Problem("hours-never-open", locate(shop.path, ("hours",)), severity=Severity.WARNING)
    yield from _shared(catalog, shops, locate)
    yield from _closed_stops(catalog, locate)


def meant_villages(said: Mapping[str, int]) -> dict[str, tuple[str, str]]:
    """Give for each village that is a slip its kind and what is meant, by how many shops say each."""
    spelled: dict[str, list[str]] = defaultdict(list)
    for text in said:
        spelled[slug_of(village_name(text))].append(text)
    counts = {slug: sum(said[text] for text in texts) for slug, texts in spelled.items()}
    best = {slug: _best(texts, said) for slug, texts in spelled.items()}
    found: dict[str, tuple[str, str]] = {}
    for slug, texts in spelled.items():
        near = [
            other
            for other, count in counts.items()
            if counts[slug] == 1 and count >= _FEWEST_OF_KNOWN and are_near_villages(slug, other)
        ]
        for text in texts:
            if near:
                found[text] = ("near", best[near[0]])
            elif text != best[slug]:
                found[text] = ("word" if village_name(text) != text else "spelling", best[slug])
    return found


def _best(texts: list[str], said: Mapping[str, int]) -> str:
    """Give the spelling that most use, without the word for a village and not in small letters alone."""
    names = Counter[str]()
    for text in texts:
        names[village_name(text)] += said[text]
    best = max(names, key=lambda name: (name != name.lower(), names[name], name))
    return best.title() if best == best.lower() else best


def is_local(phone: str) -> bool:
    """Whether a number leads nowhere from another place, and is none that leads to the same everywhere."""
    digits = [sign for sign in phone if sign.isdecimal()]
    return digits[0] != _FIRST_OF_SERVICES and not international(phone).startswith("+")


def _with_area(phone: str) -> str:
    """Write a number as it is dialled from elsewhere, if it is of the site's own place."""
    is_whole = phone.startswith(HOME_AREA) and sum(map(str.isdecimal, phone)) > DIGITS_WITHOUT_AREA
    return f"0{phone}" if is_whole else f"0{HOME_AREA}-{phone}"


def _closed_stops(catalog: Catalog, locate: Locate) -> Iterator[Problem]:
    """Tell of trips that lead to a shop which has closed for good."""
    for visit in catalog.visits.values():
        for place, stop in enumerate(visit.facts.stops):
            shop = None if stop.shop is None else catalog.shops.get(stop.shop)
            if shop is not None and shop.facts.closed_since is not None:
                values = {"value": shop.id, "since": shop.facts.closed_since}
                at = locate(visit.path, ("stops", place, "shop"))
                yield Problem("stop-closed", at, "", values, Severity.WARNING)


def _shared(catalog: Catalog, shops: list[_Shop], locate: Locate) -> Iterator[Problem]:
    """Tell of two shops with one number; of more shops, a cooperative or the site it is meant."""
    owners: dict[str, list[_Shop]] = defaultdict(list)
    for shop in shops:
        if shop.facts.whatsapp is not None:
            owners[shop.facts.whatsapp].append(shop)
    for number, both in owners.items():
        is_common = any(shop.facts.kind == "cooperative" for shop in both)
        if len(both) == 2 and not is_common and number != catalog.config.contact.whatsapp:
            values = {"value": f"+{number}", "file": both[0].path}
            at = locate(both[1].path, ("whatsapp",))
            yield Problem("whatsapp-shared", at, "", values, Severity.WARNING)
