// The search itself: a dialog over any page that asks the index of the page's language. Loaded when it is first opened.
const runs = /[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
const page = document.querySelector(".find-link").href, step = 10, few = 3, tries = 4, lang = document.documentElement.lang, number = count => count.toLocaleString(lang);
let making, starting, asking, dialog, field, list, status, more, choices, words, tables, address, index, found = [], turn = 0, shown = 0, loading = 0;

// What is typed becomes words as `site_builder/text/segments.py` makes them: pairs of Chinese and Japanese signs, in digits.
export function inWords(text) {
  return text.normalize("NFKC").replace(runs, run => {
    const signs = Array.from(run, sign => String(sign.codePointAt()).padStart(7, "0"));
    return " " + (signs.length > 1 ? signs.slice(1).map((sign, at) => signs[at] + sign).join(" ") : signs[0]) + " ";
  }).trim();
}

// As the macro `drawing_name` chooses.
function drawingName([kind, id]) {
  const parts = id.split("-"), fits = ([word]) => parts.includes(word), of = (rows, key) => rows.find(row => row[0] === key)?.[1];
  const turns = of(tables.drawings, {shops: "shop", markets: "market-" + id}[kind] ?? kind);
  if (!turns) return tables.words.find(fits)?.[1] ?? of(tables.kinds, kind) ?? "needle";
  return (of(tables.shapes, kind) ?? []).find(fits)?.[1] ?? turns[(Number(id.slice(-1)) || 0) % turns.length];
}

function say(place, told) {
  place.hidden = !told?.text;
  if (!told) return;
  place.textContent = told.text;
  if (told.lang) place.lang = told.lang;
}

function item(card) {
  const row = dialog.querySelector("template").content.cloneNode(true), slot = name => row.querySelector("[data-slot=" + name + "]");
  row.querySelector("a").href = card.url;
  say(slot("name"), card.name);
  say(slot("kind"), {text: card.kind});
  say(slot("note"), card.note);
  say(slot("summary"), card.summary);
  say(slot("price"), {text: card.price.join(" ")});
  const name = drawingName(card.drawing), picture = slot("picture"), use = row.querySelector("use");
  picture.classList.add("on-" + (tables.grounds.find(ground => ground[0] === name)?.[1] ?? "tan"));
  if (card.picture) {
    const photo = new Image(card.picture[1], card.picture[2]);
    photo.alt = "";
    photo.src = card.picture[0];
    picture.replaceChildren(photo);
  } else use.setAttribute("href", use.getAttribute("href").split("#")[0] + "#" + name);
  return row;
}

// Shows the results from `start` on of the search `own`: the first as soon as they are there. A newer search ends it.
async function add(own, start) {
  loading = own;
  try {
    const answers = found.slice(start, start + step).map(result => result.data());
    for (const some of [answers.slice(0, few), answers.slice(few)]) {
      const rows = (await Promise.all(some)).map(answer => item(answer.meta.card));
      if (own !== turn) return;
      if (shown === own) list.append(...rows);
      else list.replaceChildren(...rows);
      shown = own;
    }
    more.hidden = list.children.length >= found.length;
    if (start) list.children[start]?.querySelector("a").focus();
  } catch {
    if (own === turn) status.textContent = words.failed;
  }
  if (loading === own) loading = 0;
}

// Asks one question at a time: what is typed meanwhile is asked when the answer is there.
async function ask() {
  for (let own; own !== turn;) {
    own = turn;
    const term = inWords(field.value), filters = {};
    for (const choice of choices) if (choice.value) filters[choice.name] = choice.value;
    const asks = term || Object.keys(filters).length;
    try {
      const answer = asks ? await index.search(term || null, {filters}) : {results: []};
      if (own !== turn) continue;
      found = answer.results;
      status.textContent = asks ? words.found.replace("{n}", number(found.length)) : "";
      add(own, 0);
    } catch {
      if (own === turn) status.textContent = words.failed;
    }
  }
}

function search() {
  turn++;
  asking ??= ask().finally(() => asking = undefined);
}

// The engine's first searches are three times as slow as its later ones, so some are made before anything is typed.
async function start() {
  try {
    index = await import(address + "pagefind.js");
    const facets = await index.filters(), order = new Intl.Collator(lang).compare;
    for (const word of Object.keys(facets.category ?? {}).slice(0, tries)) if (!field.value) await index.search(inWords(word));
    for (const choice of choices) {
      const names = Object.keys(facets[choice.name] ?? {}).sort(order);
      choice.append(...names.map(name => new Option(name)));
      choice.closest("label").hidden = names.length < 2;
    }
    search();
  } catch {
    index = starting = undefined;
    status.textContent = words.failed;
  }
}

function move(event) {
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
  }
  const way = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!way || event.target.matches("select")) return;
  const stops = [field, ...list.querySelectorAll("a"), ...more.hidden ? [] : [more]], at = stops.indexOf(event.target);
  if (at < 0) return;
  event.preventDefault();
  stops[at + way]?.focus();
}

// Takes the dialog from the search's own page, which holds all words in the page's language.
async function make() {
  const own = new DOMParser().parseFromString(await (await fetch(page)).text(), "text/html"), pattern = own.querySelector("#search");
  const sheet = Object.assign(document.createElement("link"), {rel: "stylesheet", href: pattern.dataset.style});
  if (!document.querySelector('link[href="' + pattern.dataset.style + '"]')) {
    await new Promise((done, failed) => {
      sheet.onload = done;
      sheet.onerror = failed;
      document.head.append(sheet);
    });
  }
  dialog = document.importNode(pattern.content.querySelector("dialog"), true);
  document.body.append(dialog);
  const form = dialog.querySelector("form");
  [field, list, status, more] = ["input", ".found", "[role=status]", ".more"].map(name => dialog.querySelector(name));
  choices = [...dialog.querySelectorAll("select")];
  words = pattern.dataset;
  tables = JSON.parse(words.tables);
  address = words.index;
  form.addEventListener("input", () => index && search());
  form.addEventListener("submit", event => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
  more.addEventListener("click", () => shown === turn && !loading && add(turn, list.children.length));
  dialog.querySelector(".shut").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());
}

// Opens the search; where it cannot be loaded, its page has lists.
export async function open() {
  try {
    await (making ??= make());
  } catch {
    location.assign(page);
    return;
  }
  if (!dialog.open) dialog.showModal();
  field.select();
  starting ??= start();
}
