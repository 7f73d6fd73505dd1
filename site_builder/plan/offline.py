"""What a phone without signal still has: the worker at the root of the site, and a page that says so.

The worker is for reading without signal only. What a page holds is asked for anew at each visit, so
that no reader sees a page from before a publish while there is a line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from site_builder.names import Digest, Lang, OutPath, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.heads import make_head, menu_name
from site_builder.plan.routes import Routes, word
from site_builder.plan.scripts import smaller
from site_builder.plan.tasks import TextTask
from site_builder.plan.views.chrome import Link
from site_builder.plan.views.pages import NotFoundView
from site_builder.source.naming import CONFIG_PATH

SCRIPT = "js/offline.js"
"""What registers the worker; without it among the assets there is none."""
_OUT = OutPath("sw.js")

_WORKER = """
const patience = 3000, most = 200;
const open = () => caches.open(kept + version);
const bare = url => url.split(/[?#]/)[0];
const isOwn = url => url.startsWith(location.origin + base);
const isAsset = url => url.startsWith(location.origin + base + "assets/");
const offlineFor = url => offline.find(([root]) => url.startsWith(location.origin + root))[1];
const find = async url => (await open()).match(url, {ignoreVary: true});

// A fault of the server and a page that moved are passed on, but not kept.
async function fetched(request, event) {
  const answer = await fetch(request);
  if (answer.ok && !answer.redirected && answer.type === "basic") {
    const copy = answer.clone();
    event.waitUntil(open().then(cache => cache.put(bare(request.url), copy)).catch(() => {}));
  }
  return answer;
}

// Names of assets hold a digest of their bytes: what is kept is what would come.
const asset = async event => await find(bare(event.request.url)) ?? fetched(event.request, event);

// The line goes first; when it is slow or gone, what was kept; when nothing was, the page that says so.
async function page(event) {
  const {request} = event, url = bare(request.url), coming = fetched(request, event);
  event.waitUntil(coming.catch(() => {}));
  const late = new Promise(done => setTimeout(done, patience));
  const first = await Promise.race([coming.catch(() => {}), late]);
  if (first) return first;
  const old = await find(url);
  if (old) return old;
  return coming.catch(async fault => {
    const told = request.mode === "navigate" && await find(offlineFor(url));
    if (told) return told;
    throw fault;
  });
}

async function keep(urls, event) {
  for (const url of urls.map(bare)) {
    if (isOwn(url) && !await find(url)) await fetched(new Request(url), event).catch(() => {});
  }
}

// What was kept under an earlier name comes along, except the pages that this version renews.
async function inherit(event) {
  const cache = await open(), renewed = offline.map(([, url]) => location.origin + url);
  for (const name of await caches.keys()) {
    if (!name.startsWith(kept) || name === kept + version) continue;
    const old = await caches.open(name);
    for (const {url} of (await old.keys()).slice(-most)) {
      const copy = () => old.match(url, {ignoreVary: true}).then(answer => cache.put(url, answer));
      if (renewed.includes(url)) await fetched(new Request(url, {cache: "reload"}), event).catch(copy);
      else if (!await find(url)) await copy();
    }
    await caches.delete(name);
  }
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(inherit(event).then(() => clients.claim())));
addEventListener("message", event => {
  event.waitUntil(keep([...event.data, location.origin + offlineFor(event.data[0])], event));
});
addEventListener("fetch", event => {
  const {method, mode, url} = event.request;
  if (method !== "GET" || !isOwn(url)) return;
  if (isAsset(url)) event.respondWith(asset(event));
  else if (mode === "navigate" || url.includes("/data/finder/")) event.respondWith(page(event));
});
"""
_FAREWELL = """
addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(kept)) await caches.delete(name);
  await registration.unregister();
})()));
"""
"""Frees the phones that have a worker of this site from before it was switched off."""


def offline_url(routes: Routes, lang: Lang) -> UrlPath:
    return routes.address(lang, word("offline", lang))


def offline_page(edition: Edition) -> tuple[OutPath, str, NotFoundView]:
    """Make the page that stands in for one that was never opened here while there was signal."""
    routes = edition.routes
    head = make_head(
        edition,
        title=edition.word("No signal").text,
        description="",
        urls={lang: offline_url(routes, lang) for lang in edition.langs},
        translated=frozenset(),
        trail=(),
        menu_id=None,
        is_indexable=False,
    )
    pages = (edition.catalog.pages.get(id_) for id_ in edition.catalog.config.menu)
    sections = tuple(Link(edition.url(page), menu_name(edition, page)) for page in pages if page is not None)
    return routes.out(offline_url(routes, edition.lang)), "offline.html", NotFoundView(head, sections)


def worker_file(routes: Routes, langs: tuple[Lang, ...], version: Digest) -> TextTask:
    """Plan the worker; `version` names all that it keeps beforehand, and what it is made by."""
    others = [lang for lang in langs if lang != routes.default_lang]
    pages = [[routes.address(lang), offline_url(routes, lang)] for lang in (*others, routes.default_lang)]
    return _script(routes, {"version": version[:10], "offline": pages}, _WORKER)


def farewell_file(routes: Routes) -> TextTask:
    """Plan what stands in the worker's place where there is none: it frees phones and goes."""
    return _script(routes, {}, _FAREWELL)


def _script(routes: Routes, known: Mapping[str, object], source: str) -> TextTask:
    # Two sites on one host share its caches: each has its own by the path where it lies.
    facts = {"base": routes.base_path, "kept": f"sentra {routes.base_path} ", **known}
    stated = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in facts.items())
    return TextTask(_OUT, CONFIG_PATH, smaller(stated + source) + "\n")
