// The buyer's list, kept in this browser only: products by id, with a quantity and a note.
export const most = 100;

/** Give what may have been written as text; a stored thing may be anything else. */
const text = found => ["string", "number"].includes(typeof found) ? `${found}` : "";

/** Make any value an item, or nothing: what is stored may be old, cut or not ours. */
const item = found => typeof found?.id === "string" ? {
  id: found.id,
  quantity: Math.min(Math.max(text(found.quantity) | 0, 1), 999999),
  note: [...text(found.note)].slice(0, 120).join("").replace(/[\p{Cs}\p{Cc}]/gu, " "),
} : [];

export function read() {
  try {
    return JSON.parse(localStorage.list).flatMap(item).slice(0, most);
  } catch {
    return [];
  }
}

/** Say whether the browser keeps it: some keep nothing at all, some are full. */
export function write(items) {
  try {
    localStorage.list = JSON.stringify(items.flatMap(item).slice(0, most));
    return true;
  } catch {
    return false;
  }
}

/** Say whether this browser keeps anything, without a trace of the question. */
export function keeps() {
  try {
    const before = localStorage.list;
    localStorage.list = before ?? "";
    if (before === undefined) delete localStorage.list;
    return true;
  } catch {
    return false;
  }
}
