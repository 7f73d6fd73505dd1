from __future__ import annotations

import json

from tests.support.site import BuiltSite
from tests.support.verdict import expect_none


def test_no_page_has_script_of_its_own(built_site: BuiltSite) -> None:
    expect_none(
        f"{page.at(element)}: inline script"
        for page in built_site.pages.values()
        for element in page.all("script")
        if "src" not in element.attributes and element.get("type") != "application/ld+json"
    )


def test_no_element_has_script_or_style_in_an_attribute(built_site: BuiltSite) -> None:
    expect_none(
        f"{page.at(element)}: <{element.tag} {name}>"
        for page in built_site.pages.values()
        for element in page.elements
        for name in element.attributes
        if name.startswith("on") or name in {"style", "srcdoc"}
    )


def test_no_page_has_a_style_element(built_site: BuiltSite) -> None:
    expect_none(
        f"{page.at(element)}: <style>" for page in built_site.pages.values() for element in page.all("style")
    )


def test_no_address_runs_script(built_site: BuiltSite) -> None:
    expect_none(
        f"{page.at(element)}: {name}={value}"
        for page in built_site.pages.values()
        for element in page.elements
        for name, value in element.attributes.items()
        if "".join(value.split()).lower().startswith(("javascript:", "vbscript:", "data:text"))
    )


def test_every_page_names_its_language_and_title(built_site: BuiltSite) -> None:
    expect_none(
        f"{page.path}: lang {page.lang!r}, titles {page.titles}"
        for page in built_site.pages.values()
        if not page.lang or len(page.titles) != 1 or not page.titles[0]
    )


def test_no_two_indexable_pages_of_a_language_share_a_title(built_site: BuiltSite) -> None:
    first: dict[tuple[str, str], str] = {}
    faults = []
    for page in built_site.full_pages:
        if page.is_indexable:
            other = first.setdefault((page.lang, page.titles[0] if page.titles else ""), page.path)
            if other != page.path:
                faults.append(f"{page.path}: has the title of {other}: {page.titles}")
    expect_none(faults)


def test_every_page_has_one_heading_of_the_first_rank_and_one_main(built_site: BuiltSite) -> None:
    expect_none(
        f"{page.path}: {count} <{tag}>"
        for page in built_site.full_pages
        for tag in ("h1", "main")
        if (count := sum(1 for _ in page.all(tag))) != 1
    )


def test_every_page_names_its_template(built_site: BuiltSite) -> None:
    expect_none(
        f"{page.path}: <body> has no data-template" for page in built_site.full_pages if not page.template
    )


def test_the_first_link_of_every_page_skips_to_its_main_part(built_site: BuiltSite) -> None:
    faults = []
    for page in built_site.full_pages:
        first = next(iter(page.all("a")), None)
        mains = {f"#{main.get('id')}" for main in page.all("main")}
        if first is None or first.get("href") not in mains:
            faults.append(f"{page.path}: the first link is {first.get('href') if first else 'missing'}")
    expect_none(faults)


def test_ids_are_unique_within_a_page(built_site: BuiltSite) -> None:
    faults = []
    for page in built_site.pages.values():
        seen: set[str] = set()
        for element in page.elements:
            if "id" in element.attributes:
                name = element.get("id")
                if name in seen:
                    faults.append(f"{page.at(element)}: id {name!r} again")
                seen.add(name)
    expect_none(faults)


def test_structured_data_is_json(built_site: BuiltSite) -> None:
    faults = []
    for page in built_site.pages.values():
        for element in page.all("script"):
            if element.get("type") == "application/ld+json":
                try:
                    json.loads("".join(element.text), parse_constant=_refuse)
                except ValueError as error:
                    faults.append(f"{page.at(element)}: {error}")
    expect_none(faults)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
