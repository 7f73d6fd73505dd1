"""What pages say to search engines keeps to schema.org's own definitions and to what readers see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests.support.pages import Page
from tests.support.programs import npm_file
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none

_INTERFACE = re.compile(
    r"^(?:export )?interface (\w+) (?:extends ([^{]+) )?\{$(.*?)^\}$", re.MULTILINE | re.DOTALL
)
_PROPERTY = re.compile(r'^ {4}"([\w@]+)"\??:', re.MULTILINE)
_TYPE = re.compile(r'"@type": "(\w+)"')
KEYWORDS = {"@type", "@id", "@context", "@graph"}


@cache
def vocabulary() -> dict[str, frozenset[str]]:
    """Give for each type of schema.org its properties, inherited ones too, as a package defines them."""
    text = npm_file("schema-dts/dist/schema.d.ts").read_text("utf-8")
    parents: dict[str, list[str]] = {}
    own: dict[str, set[str]] = {}
    leaf: dict[str, str] = {}
    for name, above, body in _INTERFACE.findall(text):
        parents[name] = [parent.strip() for parent in above.split(",") if parent.strip()]
        own[name] = set(_PROPERTY.findall(body))
        for type_ in _TYPE.findall(body):
            leaf[type_] = name

    def all_of(name: str) -> set[str]:
        return own.get(name, set()).union(*(all_of(parent) for parent in parents.get(name, [])))

    return {type_: frozenset(all_of(name)) for type_, name in leaf.items()}


def graph_of(page: Page) -> list[dict[str, Any]]:
    texts = ["".join(e.text) for e in page.all("script") if e.get("type") == "application/ld+json"]
    return [node for text in texts for node in json.loads(text)["@graph"]]


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Yield every thing within, at any depth."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


@pytest.mark.checker
def test_the_vocabulary_was_read() -> None:
    known = vocabulary()
    assert known["Store"] >= {"name", "openingHoursSpecification", "geo", "memberOf"}
    assert "priceCurrency" in known["Offer"]
    assert "lowPrice" not in known["Offer"]


@pytest.mark.checker
def test_every_thing_and_every_property_is_one_of_schema_org(any_site: BuiltSite) -> None:
    known = vocabulary()
    faults = set()
    for page in any_site.full_pages:
        for node in nodes(graph_of(page)):
            if node["@type"] not in known:
                faults.add(f"{page.path}: no type {node['@type']}")
                continue
            odd = node.keys() - KEYWORDS - known[node["@type"]]
            faults |= {f"{page.path}: {node['@type']} has no {name}" for name in odd}
    expect_none(sorted(faults))


def test_each_kind_of_page_says_what_it_is(built_site: BuiltSite) -> None:
    said: dict[str, set[str]] = {}
    for page in built_site.full_pages:
        said.setdefault(page.template, set()).update(node["@type"] for node in graph_of(page))
    assert said["home"] >= {"WebSite"}
    assert said["shop_page"] >= {"Store", "BreadcrumbList"}
    assert said["product_page"] >= {"Product", "BreadcrumbList"}
    assert said["visit_page"] >= {"TouristTrip"}
    assert said["event_page"] >= {"Event"}
    assert said["story_page"] >= {"Article"}
    assert said["product_list"] >= {"ItemList"}


def test_only_pages_for_search_engines_say_anything(any_site: BuiltSite) -> None:
    pages = [page for page in any_site.full_pages if graph_of(page)]
    assert len(pages) > 50
    expect_none(f"{page.path} says something" for page in pages if not page.is_indexable)
    silent = {page.template for page in any_site.full_pages if page.is_indexable and not graph_of(page)}
    assert not silent & {
        "home",
        "shop_page",
        "product_page",
        "visit_page",
        "place_page",
        "event_page",
        "story_page",
    }


def test_a_page_names_itself_by_its_canonical_address_and_things_that_are_there(any_site: BuiltSite) -> None:
    faults = []
    for page in any_site.full_pages:
        graph = graph_of(page)
        said = [node["url"] for node in graph[:1] if "url" in node]
        faults += [f"{page.path}: {url}" for url in said if url != page.canonical[0]]
        named = [node.get(key) for node in nodes(graph) for key in ("url", "item", "contentUrl")]
        own = [url for url in named if isinstance(url, str) and any_site.is_own(url)]
        faults += [f"{page.path}: nothing at {url}" for url in own if any_site.locate(url) is None]
    expect_none(faults)


def test_no_made_up_entry_is_named(any_site: BuiltSite) -> None:
    texts = [json.dumps(graph_of(page)) for page in any_site.full_pages]
    expect_none(text[:200] for text in texts if "contoh-" in text)
