from __future__ import annotations

from urllib.parse import urlsplit

from tests.support.site import BuiltSite
from tests.support.verdict import expect_none


def test_every_page_names_one_canonical_address_that_is_there(any_site: BuiltSite) -> None:
    faults = []
    for page in any_site.pages.values():
        if page.is_not_found:
            continue
        addresses = page.canonical
        if len(addresses) != 1 or not urlsplit(addresses[0]).scheme or any_site.locate(addresses[0]) is None:
            faults.append(f"{page.path}: canonical {addresses}")
    expect_none(faults)


def test_an_indexable_page_is_its_own_canonical_page(any_site: BuiltSite) -> None:
    expect_none(
        f"{page.path}: canonical {page.canonical}, not {any_site.url(page.path)}"
        for page in any_site.pages.values()
        if page.is_indexable and page.canonical != [any_site.url(page.path)]
    )


def test_alternates_are_absolute_and_name_the_page_itself(any_site: BuiltSite) -> None:
    faults = []
    for page in any_site.full_pages:
        languages = [lang for lang, _ in page.alternates]
        if len(set(languages)) != len(languages):
            faults.append(f"{page.path}: a language twice: {languages}")
        if languages and (page.lang, any_site.url(page.path)) not in page.alternates:
            faults.append(f"{page.path}: does not name itself: {page.alternates}")
        faults += [
            f"{page.path}: not absolute: {url}" for _, url in page.alternates if not urlsplit(url).scheme
        ]
    expect_none(faults)


def test_alternates_are_mutual_and_speak_the_language_they_promise(any_site: BuiltSite) -> None:
    faults = []
    for page in any_site.full_pages:
        for lang, url in page.alternates:
            other = any_site.pages.get(any_site.locate(url) or "")
            if other is None:
                faults.append(f"{page.path}: no page at {url}")
            elif set(other.alternates) != set(page.alternates):
                faults.append(f"{page.path}: {other.path} names other alternates")
            elif lang not in {other.lang, "x-default"}:
                faults.append(f"{page.path}: {other.path} is in {other.lang!r}, not {lang!r}")
    expect_none(faults)


def test_pages_that_were_not_found_are_kept_out_of_indexes(built_site: BuiltSite) -> None:
    missing = [page for page in built_site.pages.values() if page.is_not_found]
    assert missing
    assert {page.lang for page in missing} == {page.lang for page in built_site.full_pages}
    expect_none(page.path for page in missing if not page.is_noindex)


def test_a_page_that_repeats_another_language_is_not_indexed_and_has_no_alternates(
    built_site: BuiltSite,
) -> None:
    repeated = [page for page in built_site.full_pages if built_site.repeats(page)]
    assert {page.lang for page in repeated} == {"ja", "zh"}, "English is complete"
    expect_none(page.path for page in repeated if page.is_indexable or page.alternates)


def test_a_page_that_japanese_or_chinese_lacks_repeats_english_rather_than_indonesian(
    built_site: BuiltSite,
) -> None:
    english = {
        urlsplit(built_site.url(page.path)).path for page in built_site.full_pages if page.lang == "en"
    }
    repeated = [
        page for page in built_site.full_pages if page.lang in {"ja", "zh"} and built_site.repeats(page)
    ]
    originals = [urlsplit(page.canonical[0]).path for page in repeated]
    assert sum(path in english for path in originals) > len(originals) / 2


def test_the_distinct_pages_leave_out_repetitions_only(built_site: BuiltSite) -> None:
    distinct = {page.path for page in built_site.distinct}
    missing = [page for path, page in built_site.pages.items() if path not in distinct]
    assert missing
    expect_none(page.path for page in missing if not built_site.repeats(page))
