// A button on each product that puts it on the buyer's list, and the link to that list.
import {read, write} from "./list-store.js";

const pattern = document.querySelector("#add"), link = document.querySelector(".my-list");

function tell() {
  const ids = read().map(item => item.id);
  for (const place of document.querySelectorAll("[data-product]")) {
    if (!place.querySelector(".add")) (place.querySelector(".add-here") ?? place).append(pattern.content.cloneNode(true));
    const button = place.querySelector(".add"), isOn = ids.includes(place.dataset.product);
    button.classList.toggle("is-on", isOn);
    button.firstElementChild.textContent = isOn ? pattern.dataset.added : pattern.dataset.add;
    button.lastElementChild.textContent = `: ${place.querySelector("h1, h2 a, h3 a, h4 a").textContent}`;
  }
  link.hidden = !ids.length;
  link.firstElementChild.textContent = ids.length;
}

addEventListener("click", ({target}) => {
  const place = target.closest(".add")?.closest("[data-product]"), items = read(), others = items.filter(item => item.id !== place?.dataset.product);
  if (place) write(others.length < items.length ? others : [...items, {id: place.dataset.product}]);
  tell();
});
addEventListener("storage", tell);
addEventListener("cards", tell);
(globalThis.requestIdleCallback ?? setTimeout)(tell);
