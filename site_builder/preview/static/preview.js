// Keeps this page up to date while the site is being written, and lays faults over it. Only the preview sends it.
(() => {
  "use strict";
  const { token, page } = document.currentScript.dataset;
  let { tree } = document.currentScript.dataset;
  const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/livereload?token=${token}`;
  const again_ms = 1000;
  let wasOpen = false;
  let layer = null; // what lies over the page
  let focused = null; // what had the focus before

  function connect() {
    const socket = new WebSocket(address);
    const say = (message) => socket.send(JSON.stringify(message));
    socket.addEventListener("open", () => {
      wasOpen = true;
      say({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] });
    });
    socket.addEventListener("message", (event) => {
      const message = JSON.parse(event.data);
      if (message.command === "hello") say({ command: "info", url: location.href, tree, page });
      else if (message.command === "reload") reload();
      else if (message.command === "styles") wear(message);
      else if (message.command === "faults") show(message);
    });
    socket.addEventListener("close", () => setTimeout(back, again_ms));
  }

  // The server went away and may be another one now, with another token: ask for the page itself.
  async function back() {
    if (!wasOpen) return;
    try {
      await fetch(location.href, { cache: "no-store" });
      reload();
    } catch {
      setTimeout(back, again_ms);
    }
  }

  // ---- Only the look has changed: each sheet stays until its successor is there.

  const whole = (href) => new URL(href, location.href);
  const nameOf = (href) => whole(href).pathname.replace(/\.[0-9a-f]+(?=\.css$)/, "");

  function wear({ sheets, tree: now }) {
    let isChanged = false;
    for (const href of sheets) {
      const worn = [...document.querySelectorAll('link[rel="stylesheet"]')]
        .filter((link) => nameOf(link.href) === nameOf(href));
      const last = worn.at(-1);
      if (!last || last.href === whole(href).href) continue;
      const next = last.cloneNode();
      next.addEventListener("load", () => { for (const link of worn) link.remove(); });
      next.addEventListener("error", reload);
      next.href = href;
      last.after(next);
      isChanged = true;
    }
    if (!isChanged) return reload(); // then it is something that the page fetches
    tree = now;
    show({ html: "" });
  }

  // ---- What a reader has done to the page is done to the new one: where it was scrolled to, what was filled in.

  const STORE = "sentra-preview";
  const UNKEPT = new Set(["button", "file", "hidden", "image", "password", "reset", "submit"]);
  const ticks = (field) => field.type === "checkbox" || field.type === "radio";

  /** All that is filled in, by a name that is the same on the new page. */
  function fields() {
    const found = new Map();
    for (const field of document.querySelectorAll("input, select, textarea")) {
      if (UNKEPT.has(field.type)) continue;
      const name = [field.form?.id, field.type, field.id, field.name, ticks(field) ? field.value : ""].join(" ");
      let key = name;
      for (let number = 2; found.has(key); number += 1) key = `${name} ${number}`;
      found.set(key, field);
    }
    return found;
  }

  function read(field) {
    if (ticks(field)) return field.checked;
    return field.multiple ? [...field.options ?? []].map((option) => option.selected) : field.value;
  }

  function isAsWritten(field) {
    if (ticks(field)) return field.checked === field.defaultChecked;
    if (!field.options) return field.value === field.defaultValue;
    const options = [...field.options];
    const isUntouched = options.every((option) => option.selected === option.defaultSelected);
    return isUntouched || (!options.some((option) => option.defaultSelected) && field.selectedIndex === 0);
  }

  function write(field, value) {
    if (JSON.stringify(read(field)) === JSON.stringify(value)) return;
    if (ticks(field)) field.checked = value;
    else if (Array.isArray(value)) [...field.options].forEach((option, at) => { option.selected = value[at] ?? false; });
    else field.value = value;
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }

  const details = () => [...document.querySelectorAll("details")];

  function reload() {
    const kept = { url: location.href, at: [scrollX, scrollY], filled: [], open: details().map((one) => one.open) };
    for (const [key, field] of fields()) {
      if (!isAsWritten(field)) kept.filled.push([key, read(field)]);
      if (field === document.activeElement) kept.focus = [key, caretOf(field)];
    }
    try {
      sessionStorage.setItem(STORE, JSON.stringify(kept));
      history.scrollRestoration = "manual";
    } catch { /* no room: the page is new all the same */ }
    location.reload();
  }

  function caretOf(field) {
    try {
      return [field.selectionStart, field.selectionEnd];
    } catch {
      return null;
    }
  }

  function restore() {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(STORE));
      sessionStorage.removeItem(STORE);
    } catch { /* nothing was kept */ }
    if (kept?.url !== location.href) return;
    const now = fields();
    for (const [key, value] of kept.filled) if (now.has(key)) write(now.get(key), value);
    if (kept.open.length === details().length) details().forEach((one, at) => { one.open = kept.open[at]; });
    const [key, caret] = kept.focus ?? [];
    if (now.has(key)) {
      now.get(key).focus({ preventScroll: true });
      if (caret?.[0] != null) now.get(key).setSelectionRange(...caret);
    }
    scrollTo({ left: kept.at[0], top: kept.at[1], behavior: "instant" });
    history.scrollRestoration = "auto";
  }

  // ---- Faults

  function putAside() {
    const hadFocus = layer && document.activeElement === layer;
    layer?.remove();
    layer = null;
    if (hadFocus) focused?.focus({ preventScroll: true });
  }

  function show({ html, close, lang }) {
    const start = document.getElementById("sentra-preview");
    if (start) {
      if (html) start.innerHTML = html;
      return;
    }
    const scrolled = layer?.scrollTop ?? 0;
    putAside();
    if (!html) return;
    focused = document.activeElement;
    const shown = document.createElement("sentra-preview");
    layer = shown;
    shown.hidden = true; // until its style is there
    const root = shown.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/__preview.css";
    for (const name of ["load", "error"]) {
      style.addEventListener(name, () => {
        shown.hidden = false;
        shown.scrollTop = scrolled;
      });
    }
    const box = document.createElement("section");
    box.className = "faults";
    box.lang = lang;
    box.setAttribute("role", "alert");
    box.innerHTML = html;
    box.setAttribute("aria-labelledby", "title");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = close;
    button.addEventListener("click", putAside);
    box.prepend(button);
    root.append(style, box);
    document.documentElement.append(shown);
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") putAside();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  addEventListener("load", restore);
  connect();
})();
