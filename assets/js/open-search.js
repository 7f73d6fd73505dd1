// Opens the search by the link in the header or the key /. All else is loaded only then: every page pays for this.
const open = async event => {
  if (event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  (await import("./search.js")).open();
};

document.querySelector(".find-link").onclick = open;
onkeydown = event => {
  if (event.key === "/" && !event.target.closest("input,textarea,dialog")) open(event);
};
