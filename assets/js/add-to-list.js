// A button on each product that puts it on the buyer's list, and the link to that list.
import {keeps, most, read, write} from "./list-store.js";

const pattern = document.querySelector("#add"), link = document.querySelector(".my-list"), words = pattern.dataset;

function tell() {
  const ids = read().map(item => item.id), isFull = ids.length >= most;
  for (const place of document.querySelectorAll("[data-product]")) {
    if (!place.querySelector(".add")) (place.querySelector(".add-here") ?? place).append(pattern.content.cloneNode(true));
    const button = place.querySelector(".add"), isOn = ids.includes(place.dataset.product);
    button.classList.toggle("is-on", isOn);
    button.disabled = isFull && !isOn;
    button.title = button.disabled ? words.full : "";
    button.firstElementChild.textContent = isOn ? words.added : isFull ? words.full : words.add;
    button.lastElementChild.textContent = `: ${place.querySelector("h1, h2 a, h3 a, h4 a").textContent}`;
  }
  link.hidden = !ids.length;
  link.firstElementChild.textContent = ids.length;
}

addEventListener("click", ({target}) => {
  const button = target.closest(".add"), place = button?.closest("[data-product]");
  if (!place) return;
  const items = read(), others = items.filter(item => item.id !== place.dataset.product);
  const isKept = write(others.length < items.length ? others : [...items, {id: place.dataset.product}]);
  tell();
  if (!isKept) button.title = button.firstElementChild.textContent = words.failed;
});

if (keeps()) {
  addEventListener("storage", tell);
  addEventListener("cards", tell);
  (globalThis.requestIdleCallback ?? setTimeout)(tell);
}
