// Narrows a list down at once, over all entries; without it the words are links to pages of their own.
import {opening} from "./hours.js";

const find = selector => document.querySelector(selector);
const form = find(".finder"), pattern = find("#card"), fixed = find("#listed"), found = find("#found"), status = find("#status");
const list = found.querySelector("ul"), more = found.querySelector("button"), words = form.dataset;
const [drawings, grounds] = [pattern.dataset.drawings, pattern.dataset.grounds].map(text => JSON.parse(text)), facets = [...form.querySelectorAll("[data-facet]")];
let data, loading, matches, shown;

const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const chosen = () => new URLSearchParams([...new FormData(form)].filter(pair => pair[1]));
const names = (places, at) => places[at].map(place => data.facets[at][1][place][1]).join(", ");

for (const facet of facets) for (const link of facet.querySelectorAll("a")) {
  const label = document.createElement("label"), box = document.createElement("input");
  Object.assign(box, {type: "checkbox", name: facet.dataset.facet, value: link.dataset.id});
  label.append(box, ...link.childNodes);
  link.replaceWith(label);
}

function restore() {
  const params = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = params.getAll(field.name).includes(field.value);
    else if (field.name) field.value = params.get(field.name) ?? "";
  }
  for (const facet of facets) facet.firstElementChild.open ||= params.has(facet.dataset.facet);
  show();
}

const load = () => loading ??= fetch(words.url, {cache: "no-cache"}).then(answer => answer.json()).then(read).catch(() => {
  loading = null;
  status.textContent = words.failed;
});

function read(file) {
  data = file;
  for (const row of data.rows) row.text = fold([row[2], ...data.facets.map((_, at) => names(row[5], at))].join(" "));
  for (const [id, name] of form.elements.shop ? data.facets.at(-1)[1] : []) form.elements.shop.add(new Option(name, id));
}

/** Choose the rows that fit; count for every word how many would, if it were chosen too: real ones and samples. */
function search(params) {
  const now = new Date(), parts = fold(params.get("q") ?? "").split(/\s+/), counts = {};
  const wanted = data.facets.map(([name, all]) => params.getAll(name).map(id => all.findIndex(word => word[0] === id)));
  matches = data.rows.filter(({text, 4: sample, 5: places, 9: hours, 10: closed}) => {
    if (!parts.every(part => text.includes(part)) || (params.has("open") && !(hours && opening(hours, closed, now, words.zone)?.open))) return false;
    const missed = wanted.flatMap((some, at) => some.length && !places[at].some(place => some.includes(place)) ? at : []);
    if (missed.length < 2) data.facets.forEach(([name, all], at) => {
      if (at === (missed[0] ?? at)) for (const place of places[at]) (counts[name + all[place][0]] ??= [0, 0])[sample]++;
    });
    return !missed.length;
  });
  for (const facet of facets) for (const box of facet.querySelectorAll("input")) {
    const [real, samples] = counts[box.name + box.value] ?? [0, 0];
    box.parentElement.querySelector(".count").textContent = real || samples;
    box.parentElement.classList.toggle("none", !real && !samples);
  }
}

function card([id, slug, name, lang, sample, places, picture, price, reported, hours, closed]) {
  const item = pattern.content.firstElementChild.cloneNode(true), link = item.querySelector("a");
  const texts = {price, reported, sample}, at = {};
  data.facets.forEach(([facet, all], column) => {
    texts[facet] = names(places, column);
    at[facet] = all[places[column][0]]?.[0];
  });
  for (const slot of item.querySelectorAll("[data-slot]")) {
    const text = texts[slot.dataset.slot];
    if (!text) slot.remove();
    else if (text !== 1) slot.textContent = text;
  }
  link.href = `${data.base}${slug || id}/`;
  link.textContent = name;
  link.lang = lang || document.documentElement.lang;
  if (at.kind) Object.assign(item.querySelector("[data-hours]").dataset, {hours, closed});
  else {
    const turns = drawings[at.category] ?? ["bag"], name = turns[(+id.at(-1) || 0) % turns.length], use = item.querySelector("use");
    item.dataset.product = id;
    item.firstElementChild.classList.add(`on-${grounds[name] ?? "tan"}`);
    if (picture) use.parentElement.replaceWith(Object.assign(new Image(), {loading: "lazy", alt: "", src: picture}));
    else use.setAttribute("href", use.getAttribute("href") + name);
  }
  return item;
}

function add() {
  const start = shown;
  list.append(...matches.slice(start, shown += 48).map(card));
  more.hidden = shown >= matches.length;
  document.dispatchEvent(new Event("cards"));
  if (start) list.children[start].querySelector("a").focus();
}

async function show() {
  const isOn = () => !!chosen().toString();
  if (!data) await load();
  if (!data) return;
  search(chosen());
  fixed.hidden = isOn();
  found.hidden = !isOn();
  list.replaceChildren();
  shown = 0;
  const samples = matches.filter(row => row[4]).length, real = matches.length - samples;
  status.textContent = isOn() ? [real || !samples ? words.found.replace("{n}", real) : "", samples ? words.samples.replace("{n}", samples) : ""].filter(Boolean).join(" · ") : "";
  if (isOn()) add();
}

form.addEventListener("input", event => {
  const url = `${form.action}?${chosen()}`.replace(/\?$/, "");
  history[event.target.type === "search" ? "replaceState" : "pushState"](null, "", url);
  show();
});
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", event => {
  event.preventDefault();
  history.pushState(null, "", form.action);
  restore();
});
form.addEventListener("pointerover", load, {once: true});
more.addEventListener("click", add);
addEventListener("popstate", restore);
if (location.search.length > 1) load().then(restore);
