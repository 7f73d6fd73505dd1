// Whether a place is open: pure functions of its hours, its closed days, a moment and a time zone.
const DAY = 1440, clocks = {};

/** Tell the wall clock of a time zone: the day as milliseconds, its place in the week (Monday is 0), minutes since midnight. */
export function clock(now, zone) {
  clocks[zone] ??= new Intl.DateTimeFormat("sv", {timeZone: zone, dateStyle: "short", timeStyle: "short"});
  const [year, month, date, hour, minute] = clocks[zone].format(now).match(/\d+/g);
  const day = Date.UTC(year, month - 1, date);
  return {day, weekday: (day / 864e5 + 3) % 7, minute: hour * 60 + +minute};
}

/**
 * Say {open, until} or {open, next}, in minutes after today's midnight, or null where nobody knows.
 * `hours` are `480-720+780-1020,?,`: seven days from Monday, `?` where nobody knows; `closed` are days such as 2026-03-20.
 * A time past midnight belongs to the day that it began on.
 */
export function opening(hours, closed, now, zone) {
  const days = hours.split(","), {day, weekday, minute} = clock(now, zone), times = [];
  let known;
  for (let at = -1; at < 8; at++) {
    const isShut = closed.includes(new Date(day + at * 864e5).toISOString().slice(0, 10)), text = isShut ? "" : days[(weekday + at + 7) % 7];
    if (text === "?" && at >= 0) break;
    known = at >= 0;
    for (const part of text.match(/\d+-\d+/g) ?? []) {
      const [from, to] = part.split("-").map(time => +time + at * DAY), last = times.at(-1);
      if (from <= last?.[1]) last[1] = Math.max(last[1], to);
      else times.push([from, to]);
    }
  }
  const present = times.find(([from, to]) => from <= minute && minute < to);
  if (present) return {open: true, until: present[1] > 7 * DAY ? null : present[1]};
  return known ? {open: false, next: times.find(([from]) => from > minute)?.[0] ?? null} : null;
}

/** Put a state into words, which come from the page: `Open until {time}`; the end of a day is 24.00. */
export function said({open, until, next}, words, lang, now, zone) {
  const at = open ? until : next, ahead = open ? 0 : next / DAY | 0;
  if (at === null) return open ? words.open : words.closed;
  const minutes = open && at === DAY ? DAY : at % DAY, time = [minutes / 60 | 0, minutes % 60].map(part => `${part}`.padStart(2, 0)).join(words.separator);
  const day = () => new Date(clock(now, zone).day + ahead * 864e5).toLocaleDateString(lang, {weekday: "long", timeZone: "UTC"});
  return words[open ? "until" : ["today", "tomorrow"][ahead] ?? "later"].replace("{time}", time).replace("{day}", day);
}
