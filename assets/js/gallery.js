// Shows a photo large over the page; without this its link leads to the picture itself.
const dialog = document.querySelector("dialog.zoom");

document.addEventListener("click", event => {
  const link = event.target.closest("a.zoom");
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    Object.assign(dialog.querySelector("img"), {src: link.href, alt: link.querySelector("img").alt});
    dialog.showModal();
  } else if (dialog.contains(event.target)) dialog.close();
});
