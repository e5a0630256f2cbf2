// One person's telephone, open at the chat with the bot.

import { bubble, foot, press } from "./bubble.js";
import { Composer } from "./composer.js";
import { ask } from "./demo.js";
import { closeWhenLeft, element, icon } from "./element.js";

const TOAST_STAYS = 4000;

export class Phone {
  constructor(person, clock) {
    this.name = person.name;
    this.clock = clock;
    this.link = null;
    this.messages = new Map();
    this.spinning = [];
    this.composer = new Composer(this);
    this.build(person);
  }

  build(person) {
    const id = `phone-${person.name.replaceAll(/\W/g, "")}`;
    this.botName = element("b", {}, "Bot");
    this.botDoes = element("span", {}, "bot");
    this.menu = element("div", { className: "menu of-chat", hidden: true });
    this.more = element(
      "button",
      { type: "button", className: "icon", "aria-label": `More, ${person.name}`, "aria-expanded": "false" },
      icon("more"),
    );
    this.more.addEventListener("click", () => this.openMenu(this.menu.hidden));
    closeWhenLeft(this.menu, this.more, () => this.openMenu(false, { keepFocus: true }));
    this.locked = element("div", { className: "locked", hidden: true });
    this.log = element("div", { className: "log", role: "log", "aria-label": `${person.name}'s chat`, tabIndex: 0, "aria-live": "off" });
    this.toast = element("div", { className: "toast", role: "status" });
    this.node = element(
      "article",
      { className: "phone", "aria-labelledby": id },
      element("header", { className: "owner" }, element("h2", { id }, person.name), element("span", {}, person.role)),
      element("div", { className: "bar" },
        element("span", { className: "avatar", "aria-hidden": "true" }, "A"),
        element("div", { className: "bot" }, this.botName, this.botDoes), this.more),
      this.menu, this.locked, this.log, this.composer.node, this.toast,
    );
    this.node.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.openMenu(false);
    });
  }

  /** Take in what is new; gives whether a message of the bot has arrived or changed. */
  take(entry) {
    const first = !this.entry;
    const isNews = entry.bubbles.some((each) => !each.mine && this.messages.get(each.message_id)?.message.revision !== each.revision);
    this.entry = entry;
    this.spinning = entry.spinning;
    this.botName.textContent = entry.bot.name;
    this.botDoes.textContent = entry.typing ? "typing …" : "bot";
    const atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
    const there = new Set(entry.bubbles.map((each) => each.message_id));
    const lost = this.isAnew ? [...this.messages.keys()].filter((id) => !there.has(id)) : [];
    this.isAnew = false;
    for (const id of [...entry.gone, ...lost]) this.remove(id);
    for (const message of entry.bubbles) this.put(message, !first);
    this.markSpinning();
    this.drawDays();
    this.drawLocked(entry.lock_screen);
    this.composer.draw(entry, this.link);
    for (const toast of entry.toasts) this.pop(toast);
    if (entry.bubbles.length && (first || atEnd || entry.bubbles.some((each) => each.mine))) this.scrollDown();
    if (first) setTimeout(() => this.log.setAttribute("aria-live", "polite"), 1000);
    return !first && isNews;
  }

  knows(link) {
    this.link = link;
    if (this.entry) this.composer.draw(this.entry, link);
  }

  put(message, arrives) {
    const known = this.messages.get(message.message_id);
    if (known && known.message.revision === message.revision) {
      known.message = message;
      const line = known.node.querySelector(".foot");
      return this.exchange(line, foot(message, this));
    }
    const node = bubble(message, this);
    this.messages.set(message.message_id, { message, node });
    if (known) return this.exchange(known.node, node);
    node.classList.toggle("new", arrives);
    const after = [...this.messages.entries()].filter(([id]) => id < message.message_id).at(-1);
    if (after) after[1].node.after(node);
    else this.log.append(node);
  }

  /** After a lost connection all is told anew: what is no longer there has gone meanwhile. */
  startAnew() { this.isAnew = true; }

  /** Focus stays on the button of the same words, else in the chat. */
  exchange(old, node) {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    old.replaceWith(node);
    if (!focused) return;
    const same = [...node.querySelectorAll("button")].find((each) => each.textContent === focused.textContent);
    (same ?? this.log).focus({ preventScroll: true });
  }

  remove(id) {
    const gone = this.messages.get(id);
    if (gone?.node.contains(document.activeElement)) this.log.focus({ preventScroll: true });
    gone?.node.remove();
    this.messages.delete(id);
  }

  markSpinning() {
    for (const { message, node } of this.messages.values()) {
      for (const key of node.querySelectorAll(".keys button")) {
        const spins = this.spinning.some((each) => each.message_id === message.message_id && each.label === key.textContent);
        if (spins && !key.classList.contains("spinning")) press(key);
        key.classList.toggle("spinning", spins);
      }
    }
  }

  drawDays() {
    let day = "";
    for (const { message, node } of this.messages.values()) {
      const its = this.clock.day(message.date);
      const before = node.previousElementSibling;
      const has = before?.classList.contains("day");
      if (its === day && has) before.remove();
      if (its !== day && !has) node.before(element("p", { className: "day" }, its));
      if (its !== day && has && before.textContent !== its) before.textContent = its;
      day = its;
    }
    if (this.log.lastElementChild?.classList.contains("day")) this.log.lastElementChild.remove();
    const empty = this.log.querySelector(".empty");
    if (this.messages.size) empty?.remove();
    else if (!empty) this.log.append(element("p", { className: "empty" }, this.emptiness()));
  }

  emptiness() {
    const { access, bot } = this.entry;
    return access === "never_started" ? bot.description || `${this.name} has never written to the bot.` : "Nothing here.";
  }

  drawLocked(line) {
    this.locked.hidden = !line;
    if (!line) return this.locked.replaceChildren();
    const more = line.more ? ` And ${line.more} more.` : "";
    const sound = line.silent ? ", without a sound" : "";
    this.locked.replaceChildren(
      icon("lock"),
      element("div", {}, element("b", {}, `On the locked screen${sound}`), `${this.entry.bot.name}: «${line.text}»${more}`),
    );
  }

  openMenu(open, { keepFocus = false } = {}) {
    const blocked = this.entry?.access === "blocked";
    const acts = [
      [blocked ? "Unblock the bot" : "Block the bot", () => this.act(blocked ? "unblock" : "block")],
      ["Unlock the phone", () => this.act("open")],
    ];
    this.menu.replaceChildren(...acts.map(([label, act]) => {
      const button = element("button", { type: "button" }, label);
      button.addEventListener("click", () => { this.openMenu(false); act(); });
      return button;
    }));
    const was = !this.menu.hidden && !keepFocus;
    this.menu.hidden = !open;
    this.more.setAttribute("aria-expanded", String(open));
    if (open) this.menu.querySelector("button").focus();
    else if (was) this.more.focus();
  }

  // --- what the owner does

  act(what, body) {
    this.showToast("");
    return ask(`/simulator/people/${this.entry.id}/${what}`, body, (words) => this.showToast(words));
  }

  async tap(message, label, place) {
    const given = await this.act("tap", { message_id: message.message_id, label, place });
    if (given?.opens) this.showToast(`Opens ${given.opens}`);
  }

  reply(message) { this.composer.about("reply", message); }
  change(message) { this.composer.about("edit", message); }

  // --- what a bubble asks

  time(unix) { return this.clock.time(unix); }
  quoted(id) { return this.messages.get(id)?.message.text.split("\n")[0] ?? null; }

  // --- what pops up

  pop(toast) {
    if (!toast.alert) return this.showToast(toast.text);
    const before = document.activeElement;
    const close = element("button", { type: "button", className: "main" }, "OK");
    const box = element("div", { className: "pop", role: "alertdialog", "aria-label": "From the bot", "aria-modal": "true" },
      element("div", {}, element("p", {}, toast.text), close));
    const shut = () => { box.remove(); before?.focus?.(); };
    close.addEventListener("click", shut);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") shut();
      if (event.key === "Tab") event.preventDefault();
    });
    this.node.append(box);
    close.focus();
  }

  showToast(words) {
    clearTimeout(this.hiding);
    this.toast.textContent = words;
    this.hiding = setTimeout(() => (this.toast.textContent = ""), TOAST_STAYS);
  }

  scrollDown() { this.log.scrollTop = this.log.scrollHeight; }
}
