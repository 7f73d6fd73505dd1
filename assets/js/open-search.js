// Opens the search by the link in the header. All else is loaded only then: every page pays for this.
document.querySelector(".find-link").onclick = async event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  (await import("./search.js")).open();
};
