"""The worker for places without signal: when there is one, where it lies, and when it changes."""

from __future__ import annotations

import re

from msgspec.structs import replace

from site_builder.names import Digest, Lang, OutPath, UrlPath
from site_builder.plan.headers import headers_file
from site_builder.plan.offline import SCRIPT, worker_file
from site_builder.plan.plan import Material, make_plan
from site_builder.plan.routes import make_routes
from site_builder.plan.tasks import PageTask, TextTask
from site_builder.plan.views.pages import StandInView
from tests.unit.plan.plans import EN, ID, entries_of, material_of, pages_of

LARGEST = 3000
PROGRAM = Digest("a" * 40)
PAGES = {"pages/tentang.md": "judul: Tentang\n"}


def material(css: str = "site.1.css", program: Digest = PROGRAM, pages: dict[str, str] = PAGES) -> Material:
    assets = {SCRIPT: UrlPath("/assets/js/offline.1.js"), "css/site.css": UrlPath(f"/assets/css/{css}")}
    return replace(material_of(entries_of(pages)), assets=assets, offline_program=program)


def worker_of(made: Material) -> str:
    plan, problems = make_plan(made, ())
    assert problems == ()
    (task,) = (task for task in plan.tasks if task.out == "sw.js")
    assert isinstance(task, TextTask)
    return task.text


def version_of(made: Material) -> str:
    found = re.search(r'version="([^"]+)"', worker_of(made))
    assert found is not None
    return found[1]


def test_the_worker_is_small_and_knows_the_page_of_each_language() -> None:
    text = worker_of(material())
    assert len(text.encode()) < LARGEST
    assert 'offline=[["en/","en/offline/"],["","luring/"]]' in text.replace(", ", ",")


def test_it_is_small_with_four_languages_on_a_shared_host_too() -> None:
    made = material()
    routes = make_routes(made.catalog.config, {}, "https://example.org/tanggulangin/")
    langs = (ID, EN, Lang("ja"), Lang("zh"))
    assert len(worker_file(routes, langs, PROGRAM).text.encode()) < LARGEST


def test_it_lies_at_the_root_of_the_site_wherever_that_is() -> None:
    made = material()
    below = replace(made, routes=make_routes(made.catalog.config, {}, "https://example.org/tanggulangin/"))
    assert 'const base="/tanggulangin/";const kept="sentra /tanggulangin/ ";' in worker_of(below)


def test_it_changes_with_what_it_keeps_beforehand_and_not_with_each_page() -> None:
    version = version_of(material())
    assert version_of(material(pages={**PAGES, "places/taman.md": "nama: Taman\n"})) == version
    assert version_of(material(css="site.2.css")) != version
    assert version_of(material(program=Digest("b" * 40))) != version
    named = {ID: {"No signal": "Tidak ada sinyal"}, EN: {}}
    assert version_of(replace(material(), words=named)) != version


def test_the_page_for_no_signal_is_in_every_language_and_no_search_engine() -> None:
    made = pages_of(material())
    for out in ("luring/index.html", "en/offline/index.html"):
        view = made[OutPath(out)].view
        assert isinstance(view, StandInView)
        assert not view.head.is_indexable
    plan, _ = make_plan(material(), ())
    (sitemap,) = (task for task in plan.tasks if task.out == "sitemap.xml")
    assert isinstance(sitemap, TextTask)
    assert "luring" not in sitemap.text


def test_switched_off_there_is_only_what_frees_phones_from_it() -> None:
    made = replace(material(), offline_program=Digest(""))
    text = worker_of(made)
    assert "registration.unregister()" in text
    assert "respondWith" not in text
    plan, _ = make_plan(made, ())
    assert not any(isinstance(task, PageTask) and task.template == "offline.html" for task in plan.tasks)
    assert {chrome.keeps_offline for chrome in plan.chromes.values()} == {False}


def test_no_host_may_keep_the_worker() -> None:
    assert "\n/sw.js\n  Cache-Control: no-cache\n" in headers_file(with_search=False)
