// The page of the buyer's list: quantities and notes, and an enquiry for each shop. Nothing is sent from here.
import {read, write} from "./list-store.js";
import {load as fetched} from "./load.js";

const find = (selector, place = document) => place.querySelector(selector);
const form = find("#buyers-list"), groups = find("#groups"), own = form.dataset;
const copy = id => find(id).content.firstElementChild.cloneNode(true);
const load = async url => {
  const data = await fetched(url);
  return {...data, byId: new Map(data.rows.filter(row => !row[9]).map(row => [row[0], row]))};
};
const address = (data, row) => new URL(`${data.base}${row[1] || row[0]}/`, location).href;

/** Put an enquiry together; longer than `most` in an address, the last products are left out and counted. */
export function letter(hello, lines, words, most) {
  for (let kept = lines.length; kept >= 0; kept--) {
    const more = kept < lines.length ? [words.more.replace("{n}", lines.length - kept)] : [];
    const text = [hello, "", ...lines.slice(0, kept), ...more, "", words.end].join("\n");
    if (encodeURIComponent(text).length <= most) return text;
  }
  return [...hello].slice(0, 100).join("");
}

/** Do what needs the catalogue; say so where it can not be loaded. */
async function attempt(work) {
  try {
    await work();
    find("#failed").hidden = true;
  } catch {
    find("#failed").hidden = false;
  }
}

/** Bring addresses and texts up to date with what is stored. */
async function update() {
  const words = find(`#enquiry_${form.elements.language.value}`).dataset, there = await load(words.url), items = read();
  for (const section of groups.children) {
    const [, name, , whatsapp, mail] = section.shop, lines = items.filter(({id}) => section.ids.has(id) && there.byId.has(id)).map(({id, quantity, note}) => {
      const row = there.byId.get(id), mark = row[4] ? ` (${words.sample})` : "", remark = note.trim() ? `\n  ${words.note}: ${note}` : "";
      return `- ${quantity} × ${row[2]}${mark}\n  ${address(there, row)}${remark}`;
    });
    const hello = words.hello.replace("{shop}", () => name), short = encodeURIComponent(letter(hello, lines, words, 1800));
    find(".whatsapp", section).href = `https://wa.me/${whatsapp}?text=${short}`;
    find(".mail", section).href = `mailto:${encodeURIComponent(mail).replace("%40", "@")}?subject=${encodeURIComponent(words.subject)}&body=${short.replaceAll("%0A", "%0D%0A")}`;
    find("textarea", section).value = letter(hello, lines, words, 1e6);
  }
}

function line({id, quantity, note}, data) {
  const row = data.byId.get(id), place = copy("#item"), link = find("a", place), [number, text] = place.querySelectorAll("input");
  place.dataset.id = id;
  link.textContent = row[2];
  link.href = address(data, row);
  link.lang = row[3] || document.documentElement.lang;
  if (!row[4]) find(".badge", place).remove();
  number.value = quantity;
  text.value = note;
  for (const label of place.querySelectorAll(".hidden")) label.append(`: ${row[2]}`);
  return place;
}

async function show() {
  const data = await load(own.url), items = read(), kept = items.filter(({id}) => data.byId.has(id)), sections = new Map();
  for (const item of kept) {
    const shop = data.facets.at(-1)[1][data.byId.get(item.id)[5].at(-1)[0]] ?? ["", own.organisation, "", own.whatsapp, own.email];
    const section = sections.get(shop[0]) ?? Object.assign(copy("#group"), {shop, ids: new Set()});
    sections.set(shop[0], section);
    section.ids.add(item.id);
    find("h2", section).textContent = shop[1];
    const main = find(shop[3] ? ".whatsapp" : shop[4] ? ".mail" : ".copy", section);
    main.classList.remove("quiet");
    main.parentElement.prepend(main);
    find(".nobody", section).hidden = shop[3] || shop[4];
    find("ul", section).append(line(item, data));
  }
  groups.replaceChildren(...sections.values());
  form.hidden = !items.length;
  find("#empty").hidden = items.length;
  find("#gone").hidden = kept.length === items.length;
  await update();
}

form.addEventListener("input", ({target}) => {
  const place = target.closest("[data-id]"), [quantity, note] = [...place?.querySelectorAll("input") ?? []].map(field => field.value);
  if (place) write(read().map(item => item.id === place.dataset.id ? {id: item.id, quantity, note} : item));
  attempt(update);
});
form.addEventListener("click", async ({target}) => {
  if (target.matches(".remove")) {
    const at = [...form.querySelectorAll(".remove")].indexOf(target);
    write(read().filter(item => item.id !== target.closest("[data-id]").dataset.id));
    await attempt(show);
    const left = form.querySelectorAll(".remove");
    (left[at] ?? left[at - 1] ?? find(form.hidden ? "#empty" : "#gone")).focus();
  } else if (target.matches(".copy")) {
    const text = find("textarea", target.closest("section"));
    try {
      await navigator.clipboard.writeText(text.value);
      target.textContent = own.copied;
    } catch {
      text.closest("details").open = true;
      text.select();
    }
  }
});
form.addEventListener("submit", event => event.preventDefault());
addEventListener("storage", () => attempt(show));
attempt(show);
