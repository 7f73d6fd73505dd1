// The buyer's list, kept in this browser only: products by id, with a quantity and a note.

/** Make any value an item, or nothing: what is stored may be old, cut or not ours. */
const item = found => typeof found?.id === "string" ? {
  id: found.id,
  quantity: Math.min(Math.max(found.quantity | 0, 1), 999999),
  note: `${found.note ?? ""}`.replace(/[\p{Cs}\p{Cc}]/gu, " ").slice(0, 120),
} : [];

export function read() {
  try {
    return JSON.parse(localStorage.list).flatMap(item).slice(0, 100);
  } catch {
    return [];
  }
}

export function write(items) {
  try {
    localStorage.list = JSON.stringify(items.flatMap(item));
  } catch {}
}
