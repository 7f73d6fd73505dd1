"""An event that was called off: one line says so wherever it stands, and its address stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.little_site import LittleSite, difference, make_little_site

EVENT = "content/events/pekan.md"
LINE = "\ndibatalkan: ya"
PAGES = ("acara/pekan/index.html", "en/events/pekan/index.html")


@pytest.fixture
def site(tmp_path: Path) -> LittleSite:
    site = make_little_site(tmp_path / "project", with_search=True)
    site.write("content/events/nanti.md", "---\nnama: Bazar Nanti\nmulai: 2026-06-01\n---\n\nRamai juga.\n")
    return site


def cancel(site: LittleSite) -> None:
    site.replace(EVENT, "\nselesai: 2026-05-03", f"\nselesai: 2026-05-03{LINE}")


@pytest.fixture
def cancelled(site: LittleSite) -> LittleSite:
    cancel(site)
    site.build()
    return site


def main_of(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def pages_of(tree: dict[str, bytes]) -> set[str]:
    return {path for path in tree if path.endswith((".html", ".ics"))}


def item_of(page: str, url: str) -> str:
    """Give what stands from the first link in the page's content to the end of its item or line."""
    main = main_of(page)
    rest = main[main.index(f'href="{url}"') :]
    return rest[: min(place for end in ("</li>", "</p>\n<p", "</section>") if (place := rest.find(end)) >= 0)]


def test_one_line_cancels_an_event_and_deleting_it_brings_everything_back(
    site: LittleSite, tmp_path: Path
) -> None:
    site.build()
    before = site.tree()
    cancel(site)
    site.build()
    during = site.tree()
    assert pages_of(during) == pages_of(before)
    assert difference(during, site.build_clean(tmp_path / "clean")) == ""
    site.replace(EVENT, LINE, "")
    site.build()
    assert difference(site.tree(), before) == ""


def test_its_page_says_so_before_anything_else_and_still_names_the_day(cancelled: LittleSite) -> None:
    for path, said, day in (
        (PAGES[0], "Dibatalkan: acara ini tidak jadi diadakan.", "Mei 2026"),
        (PAGES[1], "Cancelled: this event was called off.", "May 2026"),
    ):
        main = main_of(cancelled.published(path))
        assert main.index(f'<p class="notice off">{said}</p>') < main.index("<h1")
        assert day in main
        assert ".ics" not in main, "nobody is asked to note it any more"
    other = cancelled.published("acara/nanti/index.html")
    assert "Dibatalkan" not in other
    assert ".ics" in main_of(other)


def test_lists_mark_it_and_home_names_the_next_one_that_takes_place(cancelled: LittleSite) -> None:
    badge = '<span class="badge off">Dibatalkan</span>'
    for path in ("acara/index.html", "kunjungi/index.html"):
        page = cancelled.published(path)
        assert badge in item_of(page, "/acara/pekan/"), path
        assert badge not in item_of(page, "/acara/nanti/"), path
    home = main_of(cancelled.published("index.html"))
    assert "/acara/nanti/" in home
    assert "/acara/pekan/" not in home


def test_an_event_that_is_past_is_still_said_to_have_been_cancelled(site: LittleSite) -> None:
    site.replace(EVENT, "mulai: 2026-05-01", "mulai: 2026-02-01")
    site.replace(EVENT, "selesai: 2026-05-03", f"selesai: 2026-02-03{LINE}")
    site.build()
    listed = main_of(site.published("acara/index.html"))
    assert listed.index("Sudah lewat</h2>") < listed.index("/acara/pekan/")
    assert "Dibatalkan</span>" in item_of(listed.join(("<main>", "</main>")), "/acara/pekan/")
    assert "Dibatalkan:" in main_of(site.published(PAGES[0]))


def test_calendars_and_search_engines_are_told(cancelled: LittleSite) -> None:
    for path in ("acara/pekan/pekan.ics", "acara/acara.ics", "en/events/events.ics"):
        first, *others = cancelled.published(path).replace("\r\n", "\n").split("END:VEVENT")
        assert "STATUS:CANCELLED\n" in first
        assert not any("STATUS" in other for other in others)
    text = cancelled.published(PAGES[0]).partition('<script type="application/ld+json">')[2]
    graph = json.loads(text.partition("</script>")[0])
    (event,) = (node for node in graph["@graph"] if node["@type"] == "Event")
    assert event["eventStatus"] == "https://schema.org/EventCancelled"
    assert (event["startDate"], event["endDate"]) == ("2026-05-01", "2026-05-03")


def test_a_page_in_chinese_and_one_in_japanese_say_it_in_their_language(site: LittleSite) -> None:
    languages = "  - {kode: en, nama: English}\n"
    more = "  - {kode: zh, nama: 中文}\n  - {kode: ja, nama: 日本語}\n"
    site.replace("content/site.yaml", languages, languages + more)
    cancel(site)
    site.build()
    for lang, sentence, word in (
        ("zh", "已取消：本活动不再举办。", "已取消"),
        ("ja", "中止：このイベントは開催されないことになりました。", "中止"),
    ):
        pages = {path: data.decode() for path, data in site.tree().items() if path.endswith("index.html")}
        own = [page for path, page in pages.items() if path.startswith(f"{lang}/") and sentence in page]
        assert len(own) == 1
        badge = f'<span class="badge off">{word}</span>'
        assert any(badge in page for path, page in pages.items() if path.startswith(f"{lang}/"))
