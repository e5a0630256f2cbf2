// What happens underneath, by ids and states: the rows, the bot's process, and trouble to make.

import { ask } from "./demo.js";
import { element } from "./element.js";

const BOT = {
  starting: "The bot is starting.",
  running: "The bot is running.",
  killed: "The bot was killed. It starts again in a few seconds; what you write meanwhile waits.",
  gone: "The bot has died three times. «Back to now» starts a fresh practice.",
};

const UNOPENED = "This practice could not be opened. «Back to now» starts a fresh one.";

export class Underneath {
  constructor(clock) {
    this.clock = clock;
    this.rows = document.getElementById("rows");
    this.says = document.getElementById("bot-says");
    [this.down, this.slow, this.kill] = ["down", "slow", "kill"].map((id) => document.getElementById(id));
    this.down.addEventListener("click", () => ask("/simulator/down", { down: !this.state.down }));
    this.slow.addEventListener("click", () => ask("/simulator/slow", { seconds: this.state.slow ? 0 : 3 }));
    this.kill.addEventListener("click", () => ask("/demo/kill"));
  }

  go(state) {
    this.state = state;
    const words = !state.ready && !state.opening ? UNOPENED : BOT[state.bot] + (state.down ? " Telegram answers nobody." : state.slow ? " Telegram takes 3 seconds to take each message." : "");
    if (this.says.textContent !== words) this.says.textContent = words;
    this.says.classList.toggle("ill", state.bot !== "running" || state.down || state.slow);
    this.down.setAttribute("aria-pressed", String(state.down));
    this.slow.setAttribute("aria-pressed", String(state.slow));
    for (const each of [this.down, this.slow]) each.setAttribute("aria-disabled", String(!state.ready));
    this.kill.setAttribute("aria-disabled", String(state.bot !== "running" || !state.ready));
  }

  show({ inbox, outbox, due }) {
    const chat = (id) => (id ? `…${String(id).slice(-3)}` : "");
    const at = (iso) => this.clock.moment(iso);
    const [next] = due;
    document.getElementById("next-up").textContent = next ? `Next: ${next.what}, row ${next.id}, ${at(next.at)}.` : "Nothing is due.";
    this.rows.replaceChildren(
      table("Inbox: what came from Telegram", ["id", "chat", "state", "came"],
        inbox.map((row) => [row.id, chat(row.chat), state(row), at(row.at)])),
      table("Outbox: what goes to Telegram", ["id", "chat", "priority", "state", "due"],
        outbox.map((row) => [row.id, chat(row.chat), row.priority, state(row), at(row.due)])),
      table("Due next", ["what", "row", "when"], due.map((row) => [row.what, row.id, at(row.at)])),
    );
  }
}

function state(row) {
  const tries = row.tries ? `, tried ${row.tries}×` : "";
  return element("span", { className: row.state }, row.state + tries);
}

function table(caption, heads, rows) {
  return element("table", {},
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, cell instanceof Node ? cell : String(cell)))))),
  );
}
