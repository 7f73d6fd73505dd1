"""What a phone without signal still has: the worker at the root of the site, and a page that says so.

The worker is for reading without signal only. A page is asked for anew at each visit, so that whoever
has a line sees what was published last; only when no answer comes for three seconds what was kept is
shown, and the next visit asks again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from site_builder.names import Digest, Lang, OutPath, UrlPath
from site_builder.plan.edition import Edition
from site_builder.plan.routes import Routes, word
from site_builder.plan.scripts import smaller
from site_builder.plan.stand_ins import stand_in_view
from site_builder.plan.tasks import TextTask
from site_builder.plan.views.pages import StandInView
from site_builder.source.naming import CONFIG_PATH

SCRIPT = "js/offline.js"
"""What registers the worker; without it among the assets there is none."""
_OUT = OutPath("sw.js")

_WORKER = r"""
const patience = 3000, most = 100, root = location.origin + base;
const standIns = offline.map(pair => pair.map(path => root + path));
const on = (name, work) => addEventListener(name, event => event.waitUntil(work(event)));
const open = () => caches.open(kept);
const bare = url => url.split(/[?#]/)[0];
const isAsset = url => url.startsWith(root + "assets/");
const standInFor = url => standIns.find(([home]) => url.startsWith(home))[1];
// A store that cannot be read is as good as an empty one.
const find = url => open().then(store => store.match(url)).catch(() => {});

// A fault of the server and a page that moved are passed on, but not kept.
async function fetched(request, event) {
  const answer = await fetch(request);
  if (answer.ok && !answer.redirected && answer.type === "basic") {
    const copy = answer.clone();
    event.waitUntil(open().then(store => store.put(bare(request.url), copy)).catch(() => {}));
  }
  return answer;
}

// Names of assets hold a digest of their bytes: what is kept is what would come.
const asset = async event => await find(bare(event.request.url)) ?? fetched(event.request, event);

// The line goes first; when it is slow or gone, what was kept; when nothing was, the page that says so.
async function page(event) {
  const {request} = event, url = bare(request.url), coming = fetched(request, event);
  const tried = coming.catch(() => {}), late = new Promise(done => setTimeout(done, patience));
  event.waitUntil(tried);
  return await Promise.race([tried, late]) ?? await find(url) ?? coming.catch(async fault => {
    const told = request.mode === "navigate" && await find(standInFor(url));
    if (told) return told;
    throw fault;
  });
}

async function keep(urls, event) {
  for (const url of urls.map(bare)) {
    if (url.startsWith(root) && !await find(url)) await fetched(new Request(url), event).catch(() => {});
  }
}

// A page that says that there is no signal comes with its style, past what the browser kept of it.
async function renew(url, event) {
  const text = await (await fetched(new Request(url, {cache: "reload"}), event)).text();
  await keep([...text.matchAll(/href="([^"]+[.]css)"/g)].map(([, path]) => location.origin + path), event);
}

// The pages that were not opened for longest go (no home page), then the assets that no page names any more.
// `loaded` tells what a page has just loaded: its own text may not be in the store yet.
async function trim(loaded) {
  const store = await open(), urls = (await store.keys()).map(({url}) => url);
  const pages = urls.filter(url => !isAsset(url) && !standIns.flat().includes(url));
  if (loaded && pages.length < most + 20) return;  // all pages are read: not with each new one
  for (const url of pages.slice(0, -most)) await store.delete(url);
  let named = `${loaded}`;
  for (const url of urls.filter(url => !isAsset(url) || /[.](css|js)$/.test(url))) {
    named += await find(url).then(one => one.text()).catch(() => "");
  }
  const names = new Set(named.split(/["'(),\s/]+/));
  for (const url of urls) if (isAsset(url) && !names.has(url.split("/").pop())) await store.delete(url);
}

on("install", async event => {
  for (const [, url] of standIns) if (await find(url)) await renew(url, event);
  await skipWaiting();
});
on("activate", () => trim("").catch(() => {}).then(() => clients.claim()));
on("message", async event => {
  const loaded = event.data, url = standInFor(loaded[0]);
  await keep(loaded, event);
  if (!await find(url)) await renew(url, event).catch(() => {});
  await trim(loaded).catch(() => {});
});
addEventListener("fetch", event => {
  const {method, mode, url} = event.request;
  if (method !== "GET" || !url.startsWith(root)) return;
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


def offline_page(edition: Edition) -> tuple[OutPath, str, StandInView]:
    """Make the page that stands in for one that was never opened here while there was signal."""
    routes = edition.routes
    view = stand_in_view(
        edition, edition.word("No signal").text, {lang: offline_url(routes, lang) for lang in edition.langs}
    )
    return routes.out(offline_url(routes, edition.lang)), "offline.html", view


def worker_file(routes: Routes, langs: tuple[Lang, ...], version: Digest) -> TextTask:
    """Plan the worker; `version` names all that its pages for no signal are made from.

    The worker does not use it: browsers take a worker anew, and it renews these pages, when its bytes change.
    """
    others = [lang for lang in langs if lang != routes.default_lang]
    pages = [
        [url.removeprefix(routes.base_path) for url in (routes.address(lang), offline_url(routes, lang))]
        for lang in (*others, routes.default_lang)
    ]
    return _script(routes, {"version": version[:10], "offline": pages}, _WORKER)


def farewell_file(routes: Routes) -> TextTask:
    """Plan what stands in the worker's place where there is none: it frees phones and goes."""
    return _script(routes, {}, _FAREWELL)


def _script(routes: Routes, known: Mapping[str, object], source: str) -> TextTask:
    # Two sites on one host share its caches: each has its own by the path where it lies.
    facts = {"base": routes.base_path, "kept": f"sentra {routes.base_path} ", **known}
    stated = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in facts.items())
    return TextTask(_OUT, CONFIG_PATH, smaller(stated + source) + "\n")
