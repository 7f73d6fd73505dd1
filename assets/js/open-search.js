// Opens the search: by the link in every header, the button on its own page, or the key /. All else is loaded only then.
const link = document.querySelector(".find-link"), button = document.querySelector(".open-search");
let opening;

async function load() {
  const answer = await fetch(link.href), page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const pattern = page.querySelector("#search"), {make} = await import(pattern.dataset.script);
  return make(pattern);
}

async function open() {
  opening ??= load();
  try {
    (await opening)();
  } catch {
    location.assign(link.href);
  }
}

if (button) button.hidden = false;
addEventListener("click", event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !event.target.closest(".find-link, .open-search")) return;
  event.preventDefault();
  open();
});
addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  event.preventDefault();
  open();
});
