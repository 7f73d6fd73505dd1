// The search itself: a dialog over any page that asks the index of the page's language. Loaded when it is first opened.
const runs = /[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
const own = document.querySelector(".find-link").href, step = 10, lang = document.documentElement.lang, number = count => count.toLocaleString(lang);
let making, dialog, field, list, status, more, choices, words, tables, address, index, found = [], turn = 0;

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

async function add() {
  const own = turn, start = turn === list.turn ? list.children.length : 0;
  const cards = await Promise.all(found.slice(start, start + step).map(result => result.data()));
  if (own !== turn) return;
  const rows = cards.map(answer => item(answer.meta.card));
  if (start) list.append(...rows);
  else list.replaceChildren(...rows);
  list.turn = turn;
  more.hidden = list.children.length >= found.length;
  if (start) list.children[start]?.querySelector("a").focus();
}

async function search() {
  const own = ++turn, term = inWords(field.value), filters = {};
  for (const choice of choices) if (choice.value) filters[choice.name] = choice.value;
  try {
    const answer = term || Object.keys(filters).length ? await index.search(term || null, {filters}) : {results: []};
    if (own !== turn) return;
    found = answer.results;
    await add();
    if (own === turn) status.textContent = term || Object.keys(filters).length ? words.found.replace("{n}", number(found.length)) : "";
  } catch {
    status.textContent = words.failed;
  }
}

async function start() {
  try {
    index = await import(address + "pagefind.js");
    const facets = await index.filters(), order = new Intl.Collator(lang).compare;
    for (const choice of choices) {
      const names = Object.keys(facets[choice.name] ?? {}).sort(order);
      choice.append(...names.map(name => new Option(name)));
      choice.closest("label").hidden = names.length < 2;
    }
    await search();
  } catch {
    index = undefined;
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
  const page = new DOMParser().parseFromString(await (await fetch(own)).text(), "text/html"), pattern = page.querySelector("#search");
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
  more.addEventListener("click", add);
  dialog.querySelector(".shut").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());
}

// Opens the search; where it cannot be loaded, its page has lists.
export async function open() {
  try {
    await (making ??= make());
  } catch {
    location.assign(own);
    return;
  }
  if (!dialog.open) dialog.showModal();
  field.select();
  if (!index) start();
}
