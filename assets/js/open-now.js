// Says beside each place with hours whether it is open now, and marks today in its table.
import {clock, opening, said} from "./hours.js";

const words = document.querySelector("#open-words").dataset, {zone} = words;

function tell() {
  const now = new Date();
  for (const line of document.querySelectorAll("[data-hours]")) {
    const {hours, closed} = line.dataset, state = hours && opening(hours, closed, now, zone);
    line.textContent = state ? said(state, words, document.documentElement.lang, now, zone) : hours && words.unknown;
    line.classList.toggle("is-open", !!state?.open);
  }
  for (const row of document.querySelectorAll("[data-days]")) row.classList.toggle("is-today", row.dataset.days.includes(clock(now, zone).weekday));
}

tell();
setInterval(tell, 3e4);
addEventListener("cards", tell);
