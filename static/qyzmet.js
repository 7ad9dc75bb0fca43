// Everything on the site works without this script. It adds comforts: the slash key,
// suggestions while typing, links that copy themselves, a language switch that stays
// at the same place, large letters that stay from page to page, a field that narrows
// long lists of districts, and whether an office is open now. It keeps no state but
// the address, and asks no server but the one that sent the page.

const LARGE = "large";
const language = document.documentElement.lang;

/** The link that an event happened in, if any. */
function linkOf(event) {
  return event.target instanceof Element ? event.target.closest("a[href]") : null;
}

// The slash key puts the cursor into the search field. Where the header has no room
// for the field it leads to the page that has one.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (target instanceof Element && target.closest("input, textarea, select, [contenteditable]")) return;
  const fields = [...document.querySelectorAll("[data-search]")];
  const field = fields.find((one) => one.offsetParent !== null);
  if (field) {
    event.preventDefault();
    field.focus();
  } else if (fields.length) {
    event.preventDefault();
    location.assign(fields[0].form.action);
  }
});

// A link to a place on a page also puts its whole address into the clipboard.
document.addEventListener("click", (event) => {
  const link = linkOf(event);
  const status = document.querySelector("[data-copied]");
  if (!link?.hasAttribute("data-copy") || !status || !navigator.clipboard) return;
  if (!link.getAttribute("href").startsWith("#")) event.preventDefault();
  const address = new URL(link.href);
  address.searchParams.delete(LARGE);
  navigator.clipboard.writeText(address.href).then(() => {
    status.textContent = status.dataset.copied;
    setTimeout(() => { status.textContent = ""; }, 3000);
  }, () => {});
});

// Large letters: the address alone remembers them, so every way on carries them.
const large = document.querySelector("#large-print");
if (large) {
  const mark = (url) => {
    if (large.checked) url.searchParams.set(LARGE, "1");
    else url.searchParams.delete(LARGE);
    return url;
  };
  if (new URLSearchParams(location.search).has(LARGE)) large.checked = true;
  large.addEventListener("change", () => history.replaceState(history.state, "", mark(new URL(location.href))));
  document.addEventListener("submit", (event) => {
    if (!large.checked) return;
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: LARGE, value: "1" });
    event.target.append(field);
  });
  // Before a link is followed in whatever way: by a click, a key or a menu.
  const prepare = (event) => {
    const link = linkOf(event);
    if (!link || link.origin !== location.origin || link.getAttribute("href").startsWith("#")) return;
    if (link.matches("header [hreflang]")) link.hash = location.hash;
    if (link.search.includes(LARGE) !== large.checked) link.href = mark(new URL(link.href)).href;
  };
  for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, prepare);
}

// What an address names may stand in a part that is folded away.
const reveal = () => document.querySelector(":target")?.closest("details")?.setAttribute("open", "");
addEventListener("hashchange", reveal);
reveal();

// A field over a long list of districts shows those whose name holds what is typed.
for (const [at, group] of document.querySelectorAll("[data-filter]").entries()) {
  const label = document.createElement("label");
  const field = document.createElement("input");
  Object.assign(field, { type: "search", id: `filter-places-${at}`, autocomplete: "off" });
  label.htmlFor = field.id;
  label.textContent = group.dataset.filter;
  const line = document.createElement("p");
  line.className = "filter-places";
  line.append(label, " ", field);
  group.querySelector("h3").after(line);
  const places = [...group.querySelectorAll("details")];
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLocaleLowerCase(language);
    for (const place of places) {
      place.hidden = !place.querySelector("summary").textContent.toLocaleLowerCase(language).includes(wanted);
    }
    const shown = places.filter((place) => !place.hidden);
    if (wanted && shown.length === 1) shown[0].open = true;
  });
}

// Suggestions of the server while somebody types, in the browser's own list.
for (const field of document.querySelectorAll("[data-search]")) {
  const list = document.createElement("datalist");
  list.id = `${field.id}-list`;
  field.after(list);
  field.setAttribute("list", list.id);
  let asked = "";
  let waiting;
  const ask = async () => {
    const query = field.value.trim();
    if (query.length < 2 || query === asked) return;
    asked = query;
    const address = `/api/v1/suggest?${new URLSearchParams({ q: query, language })}`;
    try {
      const answer = await fetch(address);
      if (!answer.ok || field.value.trim() !== query) return;
      const { suggestions } = await answer.json();
      list.replaceChildren(...suggestions.map(({ text }) => new Option(text, text)));
    } catch {
      // Without a server there are no suggestions; the form still works.
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
}

// Whether it is open now, by the hours of an act in force, in the time of Kazakhstan.
// The hours are in the syntax of OpenStreetMap, as far as acts need it; hours that say
// more than this reader knows are left alone.

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const WEEK = 7 * 24 * 60;

/** The spans of a week in minutes since Monday 00:00, or null. */
function spansOf(hours) {
  if (hours === "24/7") return [[0, WEEK]];
  const byDay = DAYS.map(() => []);
  for (const rule of hours.split(";")) {
    const [, days, times] = /^\s*((?:[A-Z][a-z](?:-[A-Z][a-z])?,?)*)\s*([\d:,-]+)\s*$/.exec(rule) ?? [];
    if (!times) return null;
    const spans = times.split(",").map((span) => /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(span)?.slice(1).map(Number));
    if (spans.includes(undefined)) return null;
    for (const range of (days || "Mo-Su").split(",")) {
      const [first, last = first] = range.split("-").map((day) => DAYS.indexOf(day));
      if (first < 0 || last < first) return null;
      for (let day = first; day <= last; day += 1) {
        byDay[day] = spans.map(([h, m, hh, mm]) => [h * 60 + m, hh * 60 + mm].map((minute) => day * 24 * 60 + minute));
      }
    }
  }
  return byDay.flat();
}

/** The minute of the week in Kazakhstan, which has one time since March 2024. */
function minuteOfWeek(now) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Almaty", weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return (DAYS.indexOf(part.weekday.slice(0, 2)) * 24 + Number(part.hour)) * 60 + Number(part.minute);
}

/** A minute of the week in words; the day is named where it is another than today. */
function timeInWords(minute, today, days) {
  const day = Math.floor(minute / (24 * 60));
  const clock = [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
  if (day === Math.floor(today / (24 * 60))) return clock;
  return `${days[day % DAYS.length]}, ${clock}`;
}

for (const place of document.querySelectorAll("[data-opening]")) {
  const { opening, open, closed } = place.dataset;
  const spans = spansOf(opening);
  if (!spans?.length || opening === "24/7") continue;
  const now = minuteOfWeek(new Date());
  const current = spans.find(([from, to]) => from <= now && now < to);
  const next = Math.min(...spans.map(([from]) => (from > now ? from : from + WEEK)));
  const [text, minute] = current ? [open, current[1]] : [closed, next];
  place.classList.toggle("open", Boolean(current));
  place.textContent = text.replace("{time}", timeInWords(minute, now, place.dataset.days.split(",")));
}
