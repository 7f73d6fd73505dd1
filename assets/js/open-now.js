// Says beside each place with hours whether it is open now, and marks today in its table.
import {clock, opening, said, weekday} from "./hours.js";

const words = document.querySelector("#open-words").dataset;

function tell() {
  const now = new Date(), today = weekday(clock(now, words.zone).day);
  for (const line of document.querySelectorAll("[data-hours]")) {
    const {hours, closed} = line.dataset, state = hours ? opening(hours, closed, now, words.zone) : null;
    line.textContent = state ? said(state, words, document.documentElement.lang, now, words.zone) : "";
    line.classList.toggle("is-open", !!state?.open);
  }
  for (const row of document.querySelectorAll("[data-days]")) {
    row.toggleAttribute("data-today", row.dataset.days.includes(today));
  }
}

tell();
setInterval(tell, 3e4);
document.addEventListener("cards", tell);
