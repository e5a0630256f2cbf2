// Puts the page together: the clock, the phones and who of them is shown, the tour, the rows.

import { Clock } from "./clock.js";
import { ask, listen } from "./demo.js";
import { element } from "./element.js";
import { Phone } from "./phone.js";
import { Tour } from "./tour.js";
import { Underneath } from "./underneath.js";

const byId = (id) => document.getElementById(id);
const narrow = matchMedia("(max-width: 860px)");
const clock = new Clock();
const underneath = new Underneath(clock);
const tour = new Tour((names) => look(names));
let phones = new Map(); // by name: {phone, choice, news}
let shown = new Set();
let isReady = false;
let played = null; // the practice that is on the page

function begin(practice) {
  if (practice.id === played) return phones.forEach(({ phone }) => phone.startAnew());
  played = practice.id;
  isReady = false;
  clock.go({ zone: practice.zone, offset: 0 });
  byId("place").textContent = `in ${clock.place()}`;
  phones = new Map(practice.people.map((person) => {
    const phone = new Phone(person, clock);
    const news = element("span", { className: "hidden" });
    const choice = element("button", { type: "button" }, person.name, " ", element("small", {}, person.role), news);
    choice.addEventListener("click", () => choose(person.name));
    return [person.name, { phone, choice, news }];
  }));
  byId("row").replaceChildren(...[...phones.values()].map(({ phone }) => phone.node));
  byId("chooser").replaceChildren(...[...phones.values()].map(({ choice }) => choice));
  tour.begin(practice.steps);
  look(practice.steps[0].look);
}

/** Show these phones; on a narrow page the first of them. */
function look(names) {
  shown = new Set(narrow.matches ? names.slice(0, 1) : names);
  for (const [name, { phone, choice }] of phones) {
    const isShown = shown.has(name);
    if (isShown) requestAnimationFrame(() => phone.scrollDown()); // all of them change their width
    phone.node.hidden = !isShown;
    choice.setAttribute("aria-pressed", String(isShown));
    if (isShown) mark(name, false);
  }
}

function choose(name) {
  if (narrow.matches) return look([name]);
  const names = shown.has(name) ? [...shown].filter((each) => each !== name) : [...shown, name];
  if (names.length) look(names);
}

function mark(name, hasNews) {
  const { choice, news } = phones.get(name);
  choice.classList.toggle("news", hasNews);
  news.textContent = hasNews ? ", something new" : "";
}

/** A phone that isn't shown says in the row of names that something came; the tour follows it. */
function takeIn(entries) {
  for (const entry of entries) {
    const place = phones.get(entry.name);
    if (!place?.phone.take(entry) || shown.has(entry.name)) continue;
    if (narrow.matches && tour.going.doing) look([entry.name]);
    else if (isReady) mark(entry.name, true);
  }
}

function takeState(state) {
  isReady = state.ready;
  const pushed = state.offset !== clock.offset;
  clock.go({ offset: state.offset });
  tellTime();
  if (pushed && state.ready) byId("said").textContent = `It is now ${clock.words()}.`;
  for (const id of ["hour", "next"]) byId(id).setAttribute("aria-disabled", String(!state.ready));
  byId("fresh").setAttribute("aria-disabled", String(state.opening));
  for (const [name, { phone }] of phones) phone.knows(state.links[name] ?? null);
  underneath.go(state);
}

function tellTime() {
  const words = clock.words();
  if (byId("now").textContent !== words) byId("now").textContent = words;
}

for (const [id, path, body] of [["hour", "/demo/push", { hours: 1 }], ["next", "/demo/next"], ["fresh", "/demo/fresh"]]) {
  byId(id).addEventListener("click", async () => {
    byId(id).setAttribute("aria-busy", "true");
    await ask(path, body);
    byId(id).removeAttribute("aria-busy");
  });
}
// What can't be pressed now keeps the focus; it only does nothing.
document.addEventListener("click", (event) => {
  if (!event.target.closest?.('[aria-disabled="true"]')) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}, { capture: true });
narrow.addEventListener("change", () => look([...shown]));
setInterval(tellTime, 1000);
clock.go({});
listen({ practice: begin, phones: takeIn, state: takeState, tour: (going) => tour.go(going), underneath: (rows) => underneath.show(rows) });
