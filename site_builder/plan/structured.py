"""What a page says to search engines in schema.org's words (JSON-LD): the same facts that its readers see.

Only facts: a price is an offer where a shop asks it today, never where the press reported it; nothing is
rated, and what nobody knows is left out. Made-up entries and pages that are shown in another language say
nothing, and without a known address of the site there is nothing to name things by.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from site_builder.model.catalog import AnyEntry
from site_builder.model.entries import (
    Chart,
    Event,
    Figure,
    Location,
    Market,
    Page,
    Place,
    Product,
    Shop,
    Story,
    Visit,
)
from site_builder.model.localized import Localized, Shown
from site_builder.model.readers.contact import international
from site_builder.model.values import Hours, Moment, PriceRange
from site_builder.names import Kind, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.open_data import FORMS, MEDIA_TYPES, data_path
from site_builder.plan.photos import plain_picture
from site_builder.plan.sellers import seller_of
from site_builder.plan.views.chrome import Head, Link, Node
from site_builder.zones import zone_of

SHARED_WIDTH_PX = 1600
"""Search engines ask for 1,200 and more."""
_CURRENCY = "IDR"
_PLACES = {
    "sight": "TouristAttraction",
    "station": "TrainStation",
    "stop": "BusStop",
    "terminal": "BusStation",
    "airport": "Airport",
}
_WORTH_TELLING = 2
"""Steps above a page from which on it says where it lies: that it is below home is no news."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CENTIMETRE, _GRAM, _DAY = "CMT", "GRM", "DAY"
"""Units as UN/CEFACT codes them, which schema.org asks for."""


def entry_data(edition: Edition, entry: AnyEntry, trail: Sequence[Link]) -> tuple[Node, ...]:
    """Give what an entry's page says of it, and where the page lies."""
    if not edition.routes.origin or entry.meta.sample or not edition.is_translated(entry):
        return ()
    url = edition.url(entry)
    main = _node(edition, entry)
    crumbs = _breadcrumbs(edition, trail, edition.show(entry.meta.name).text, url)
    return (*(() if main is None else (main,)), *crumbs)


def list_data(edition: Edition, head: Head, urls: Sequence[UrlPath]) -> tuple[Node, ...]:
    """Give which entries a list shows, in its order; a list of nothing says what its page says.

    Their names stand on the page itself, whose bytes count; addresses are all that search engines ask for.
    """
    if not edition.routes.origin or not urls:
        return head.structured
    absolute = edition.routes.absolute
    listed: Node = {
        "@type": "ItemList",
        "name": head.title,
        "itemListElement": [absolute(url) for url in urls],
    }
    return (listed, *_breadcrumbs(edition, head.breadcrumbs, head.title, head.url))


def _breadcrumbs(edition: Edition, trail: Sequence[Link], name: str, url: UrlPath) -> tuple[Node, ...]:
    if len(trail) < _WORTH_TELLING:
        return ()
    steps = [(link.name.text, link.url) for link in trail] + [(name, url)]
    elements = [
        {"@type": "ListItem", "position": place, "name": text, "item": edition.routes.absolute(at)}
        for place, (text, at) in enumerate(steps, 1)
    ]
    return ({"@type": "BreadcrumbList", "itemListElement": elements},)


def _node(edition: Edition, entry: AnyEntry) -> Node | None:
    match entry.facts:
        case Shop() as shop:
            return _common(edition, entry, "Store") | _store(edition, shop)
        case Product() as product:
            return _common(edition, entry, "Product") | _product(edition, entry, product)
        case Visit() as visit:
            return _common(edition, entry, "TouristTrip") | _trip(edition, visit)
        case Place() as place:
            return _common(edition, entry, _PLACES[place.kind]) | _place(place)
        case Event() as event:
            return _common(edition, entry, "Event") | _event(edition, event)
        case Story() as story:
            return _common(edition, entry, "Article") | _story(edition, entry, story)
        case Page(template="home"):
            return _site(edition)
        case Page(template="figures"):
            return _common(edition, entry, "Dataset") | _dataset(edition)
        case Page() | Market() | Figure() | Chart():
            return None
        case _ as unreachable:
            assert_never(unreachable)


def _common(edition: Edition, entry: AnyEntry, type_: str) -> Node:
    summary = edition.show_or_none(entry.meta.summary)
    address = edition.routes.absolute(edition.url(entry))
    return {
        "@type": type_,
        "@id": f"{address}#it",
        "name": edition.show(entry.meta.name).text,
        "description": None if summary is None else summary.text,
        "url": address,
        "image": _images(edition, entry),
    }


def _images(edition: Edition, entry: AnyEntry) -> list[str]:
    found = (edition.photo(entry.kind, photo.file) for photo in entry.meta.photos)
    return [
        edition.routes.absolute(plain_picture(photo, SHARED_WIDTH_PX).url)
        for photo in found
        if photo is not None
    ]


def _store(edition: Edition, shop: Shop[Localized]) -> Node:
    instagram = f"https://www.instagram.com/{shop.instagram}/" if shop.instagram else None
    numbers = [shop.whatsapp and f"+{shop.whatsapp}", shop.phone and international(shop.phone)]
    payments = [edition.term("payments", term).name.text for term in shop.payments]
    return {
        "address": {
            "@type": "PostalAddress",
            "streetAddress": shop.address,
            "addressLocality": shop.village,
        },
        "geo": _geo(shop.location),
        "telephone": next((number for number in numbers if number), None),
        "email": shop.email,
        "sameAs": [url for url in (shop.website, instagram) if url],
        "openingHoursSpecification": [] if shop.hours is None else _opening(shop.hours),
        "paymentAccepted": ", ".join(payments),
        "knowsLanguage": list(shop.languages),
        "foundingDate": None if shop.since is None else str(shop.since),
        "dissolutionDate": shop.closed_since,
        "memberOf": {"@type": "Organization", "name": shop.member_of} if shop.member_of else None,
    }


def _geo(location: Location | None) -> Node | None:
    if location is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": location.lat, "longitude": location.lon}


def _opening(hours: Hours) -> list[Node]:
    """Tell each stretch of opening with its days; a closed day is one that opens and closes at midnight."""
    days_of: dict[tuple[str, str], list[str]] = {}
    for name, day in zip(_DAYS, hours.days, strict=True):
        if day is None:
            continue
        for part in day:
            stretch = (_clock(part.opens_minute), _clock(part.closes_minute))
            days_of.setdefault(stretch, []).append(name)
        if not day:
            days_of.setdefault(("00:00", "00:00"), []).append(name)
    return [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes}
        for (opens, closes), days in days_of.items()
    ]


def _clock(minute: int) -> str:
    """Write `17:00`; midnight at a day's end is `23:59`, as search engines want a day that never closes."""
    if minute == 24 * 60:
        return "23:59"
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def _product(edition: Edition, entry: AnyEntry, product: Product[Localized]) -> Node:
    size = product.size_cm
    return {
        "category": edition.term("categories", product.category).name.text,
        "material": [edition.term("materials", term).name.text for term in product.materials],
        "color": [edition.term("colours", term).name.text for term in product.colours],
        "width": None if size is None else _amount(str(size.width.value), _CENTIMETRE),
        "height": None if size is None else _amount(str(size.height.value), _CENTIMETRE),
        "depth": None if size is None or size.depth is None else _amount(str(size.depth.value), _CENTIMETRE),
        "weight": None if product.weight_g is None else _amount(str(product.weight_g), _GRAM),
        "offers": _offer(edition, entry, product),
    }


def _amount(value: str, unit: str) -> Node:
    return {"@type": "QuantitativeValue", "value": float(value), "unitCode": unit}


def _offer(edition: Edition, entry: AnyEntry, product: Product[Localized]) -> Node | None:
    """Tell what a shop asks for the thing today; without a shop or a price of its own there is no offer."""
    shop = seller_of(edition.catalog, entry.id)
    if shop is None or product.price is None:
        return None
    seller = {"@type": "Store", "@id": f"{edition.routes.absolute(edition.url(shop))}#it"}
    return _price(product.price, edition.show_or_none(product.unit)) | {
        "url": edition.routes.absolute(edition.url(entry)),
        "seller": seller,
    }


def _price(price: PriceRange, unit: Shown | None) -> Node:
    """Tell a price; as one of a unit, where it is for more than the plain price of an offer would say."""
    low, high = price.min_idr, price.max_idr
    if unit is not None:
        ends: Node = {"price": low} if low == high else {"minPrice": low, "maxPrice": high}
        kind: Node = {"@type": "UnitPriceSpecification", "priceCurrency": _CURRENCY, "unitText": unit.text}
        return {"@type": "Offer", "priceSpecification": kind | ends}
    if low == high:
        return {"@type": "Offer", "price": low, "priceCurrency": _CURRENCY}
    return {"@type": "AggregateOffer", "lowPrice": low, "highPrice": high, "priceCurrency": _CURRENCY}


def _trip(edition: Edition, visit: Visit[Localized]) -> Node:
    stops = []
    for stop in visit.stops:
        kind, id_ = (Kind.PLACES, stop.place) if stop.place is not None else (Kind.SHOPS, stop.shop)
        target = None if id_ is None else edition.catalog.of(kind).get(id_)
        if target is not None and not target.meta.sample:
            stops.append((edition.show(target.meta.name).text, edition.routes.absolute(edition.url(target))))
    elements = [
        {"@type": "ListItem", "position": place, "item": {"@type": "Place", "name": name, "url": url}}
        for place, (name, url) in enumerate(stops, 1)
    ]
    return {"itinerary": {"@type": "ItemList", "itemListElement": elements} if elements else None}


def _place(place: Place[Localized]) -> Node:
    return {
        "address": place.address,
        "geo": _geo(place.location),
        "openingHoursSpecification": [] if place.hours is None else _opening(place.hours),
    }


def _event(edition: Edition, event: Event[Localized]) -> Node:
    venue = edition.show_or_none(event.venue)
    organiser = {"@type": "Organization", "name": event.organiser} if event.organiser else None
    return {
        "startDate": _moment(edition, event.starts),
        "endDate": None if event.ends is None else _moment(edition, event.ends),
        "location": {
            "@type": "Place",
            "name": event.address if venue is None else venue.text,
            "address": event.address,
            "geo": _geo(event.location),
        },
        "organizer": organiser,
        "eventStatus": "https://schema.org/EventCancelled" if event.cancelled else None,
    }


def _moment(edition: Edition, moment: Moment) -> str:
    """Write a day, or a moment with how far the site's time is ahead of UTC."""
    if not moment.has_time:
        return moment.iso
    zone = zone_of(edition.catalog.config.timezone)
    return datetime.fromisoformat(moment.iso).replace(tzinfo=zone).isoformat(timespec="minutes")


def _story(edition: Edition, entry: AnyEntry, story: Story[Localized]) -> Node:
    return {
        "headline": edition.show(entry.meta.name).text,
        "datePublished": story.date,
        "author": {"@type": "Person", "name": story.author} if story.author else None,
        "inLanguage": edition.lang,
        "keywords": [edition.term("tags", tag).name.text for tag in story.tags],
    }


def _site(edition: Edition) -> Node:
    config, routes = edition.catalog.config, edition.routes
    about, contact = edition.show_or_none(config.description), config.contact
    organisation = contact.organisation or config.name
    return {
        "@type": "WebSite",
        "@id": f"{routes.absolute(routes.base_path)}#site",
        "name": edition.show(config.name).text,
        "description": None if about is None else about.text,
        "url": routes.absolute(routes.address(edition.lang)),
        "inLanguage": edition.lang,
        "publisher": {
            "@type": "Organization",
            "name": _shown(edition, organisation),
            "address": None if contact.address is None else _shown(edition, contact.address),
            "email": contact.email,
            "telephone": contact.phone and international(contact.phone),
        },
    }


def _shown(edition: Edition, text: Localized | str) -> str:
    return text if isinstance(text, str) else edition.show(text).text


def _dataset(edition: Edition) -> Node:
    routes, licence = edition.routes, edition.catalog.config.data_licence
    return {
        "inLanguage": edition.lang,
        "license": licence,
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": MEDIA_TYPES[form],
                "contentUrl": routes.absolute(routes.asset(data_path("figures", form))),
            }
            for form in FORMS["figures"]
        ],
    }
