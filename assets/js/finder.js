// Narrows a list down at once, over all entries; without it the words are links to pages of their own.
import {load as fetched} from "./load.js";

const find = (selector, place = document) => place.querySelector(selector);
const form = find(".finder"), pattern = find("#card"), found = find("#found"), status = find("#status");
const list = find("ul", found), more = find("button", found), words = form.dataset, shops = form.elements.shop;
let data, loading, matches, hasFailed, opening;

const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const chosen = () => new URLSearchParams([...new FormData(form)].filter(pair => pair[1]));
const names = (places, at) => places[at].map((place, turn) => {
  const name = data.facets[at][1][place][1];
  return turn && "lower" in words ? name.replace(/^\p{Lu}(?!\p{Ll}*\p{Lu})/u, letter => letter.toLowerCase()) : name;
}).join(words.comma);

const number = count => count.toLocaleString(document.documentElement.lang);

const links = [...form.querySelectorAll("[data-facet] a")], boxes = [];
const idle = globalThis.requestIdleCallback ?? (work => setTimeout(work, 50, {timeRemaining: () => 50}));

/** Make links into boxes to tick, while there is time: a slow phone shows the page first, and answers a finger in between. */
function turn(time) {
  if (time && hasFailed) return;
  const end = performance.now() + 8;
  do {
    const link = links.shift();
    if (!link) return;
    const label = document.createElement("label"), box = document.createElement("input"), isHere = document.activeElement === link;
    Object.assign(box, {type: "checkbox", name: link.closest("[data-facet]").dataset.facet, value: link.dataset.id ?? link.pathname.split("/").at(-2), link});
    label.append(box, ...link.childNodes);
    link.replaceWith(label);
    boxes.push(box);
    if (isHere) box.focus();
  } while (!time || (time.timeRemaining() > 5 && performance.now() < end));
  idle(turn);
}

/** Make boxes into links again: without the data they would do nothing. */
function turnBack() {
  for (const box of boxes.splice(0)) {
    const {link, parentElement: label} = box, isHere = document.activeElement === box;
    box.remove();
    link.append(...label.childNodes);
    label.replaceWith(link);
    links.push(link);
    if (isHere) link.focus();
  }
}

// Only of shops it is asked whether they are open.
const load = () => loading ??= Promise.all([fetched(words.url), form.elements.open && import("./hours.js")]).then(([all, hours]) => {
  data = all;
  opening = hours?.opening;
  hasFailed = false;
  for (const row of data.rows) row.text = fold([row[2], ...data.facets.map((_, at) => names(row[5], at))].join(" "));
  for (const [id, name] of shops ? data.facets.at(-1)[1] : []) shops.add(new Option(name, id));
}).catch(() => {
  loading = null;
  hasFailed = true;
  status.textContent = words.failed;
  turnBack();
});

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
  for (const box of boxes) {
    const [real, samples] = counts[box.name + box.value] ?? [0, 0];
    find(".count", box.parentElement).textContent = real ? number(real) : "";
    box.parentElement.classList.toggle("none", !real && !samples);
  }
}

function card([id, slug, name, lang, sample, places, picture, price, reported, hours, closed]) {
  const item = pattern.content.firstElementChild.cloneNode(true), link = find("a", item), use = find("use", item), texts = {};
  data.facets.forEach(([facet], at) => texts[facet] = names(places, at));
  Object.assign(texts, {price, reported, sample, unknown: price || +!hours, place: [texts.kind, texts.village].filter(Boolean).join(" · ")});
  for (const slot of item.querySelectorAll("[data-slot]")) {
    const text = texts[slot.dataset.slot];
    if (!text) slot.remove();
    else if (text !== 1) slot.textContent = text;
  }
  link.href = `${data.base}${slug || id}/`;
  link.textContent = name;
  link.lang = lang || document.documentElement.lang;
  if (!use) Object.assign(find(".now", item).dataset, {hours, closed});
  else {
    // The page may be older than the data: what it has no word for keeps the drawing of the pattern.
    const at = data.facets.findIndex(([facet]) => facet === "category"), word = data.facets[at]?.[1][places[at][0]]?.[0];
    const chip = boxes.find(box => box.name === "category" && box.value === word)?.closest("li");
    const shape = chip?.dataset.shapes?.split(" ").find(pair => id.split("-").includes(pair.split(":")[0]));
    const drawing = find("use", chip ?? item).getAttribute("href");
    if (!hours) item.dataset.product = id;
    item.firstElementChild.classList.add(chip?.className ?? "on-tan");
    if (picture) use.parentElement.replaceWith(Object.assign(new Image(), {loading: "lazy", src: picture}));
    else use.setAttribute("href", shape ? drawing.replace(/#.*/, `#${shape.split(":")[1]}`) : drawing);
  }
  for (const line of item.querySelectorAll("p")) if (!line.textContent.trim() && !find(".now", line)) line.remove();
  return item;
}

function add() {
  const start = list.children.length;
  list.append(...matches.slice(start, start + 48).map(card));
  more.hidden = !matches[start + 48];
  dispatchEvent(new Event("cards"));
  if (start) find("a", list.children[start])?.focus();
}

async function show() {
  await load();
  if (!data) return;
  turn();
  const params = chosen(), isOn = !!`${params}`;
  search(params);
  find("#listed").hidden = isOn;
  found.hidden = !isOn;
  list.replaceChildren();
  add();
  const samples = matches.filter(row => row[4]).length, real = matches.length - samples;
  for (const link of document.querySelectorAll(".languages a")) link.search = params;
  status.textContent = isOn ? words.found.replace("{n}", number(real)) + (samples ? words.samples.replace("{n}", number(samples)) : "") : "";
}

async function restore() {
  turn();
  await load();
  const params = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === "checkbox") {
      field.checked = params.getAll(field.name).includes(field.value);
      if (field.checked) field.closest("details")?.setAttribute("open", "");
    } else field.value = params.get(field.name) ?? "";
  }
  if (data) show();
}

form.addEventListener("input", ({target}) => {
  history[target.name === "q" ? "replaceState" : "pushState"](0, "", `${form.action}?${chosen()}`.replace(/\?$/, ""));
  show();
});
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", event => {
  event.preventDefault();
  history.pushState(0, "", form.action);
  restore();
  // The button goes away, and the focus would go with it.
  form.elements.q.focus();
});
form.addEventListener("focusin", load, {once: true});
more.addEventListener("click", add);
addEventListener("popstate", restore);
if (location.search) restore();
else idle(turn);
