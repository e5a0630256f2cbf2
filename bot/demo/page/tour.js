// The guided tour: one step after the other, each done on the phones by the real program.

import { ask } from "./demo.js";
import { element } from "./element.js";

export class Tour {
  /** `onLook` is called with the names of those whose phones a step is about. */
  constructor(onLook) {
    this.list = document.getElementById("steps");
    this.says = document.getElementById("tour-says");
    this.onLook = onLook;
    this.steps = [];
    this.going = { doing: null, done: [], lost: null };
  }

  begin(steps) {
    this.steps = steps;
    this.going = { doing: null, done: [], lost: null };
    this.list.replaceChildren(...steps.map((step, place) => this.build(step, place)));
    this.says.textContent = "";
    this.isNew = true;
  }

  build(step, place) {
    const id = `step-${step.id}`;
    step.number = element("span", { className: "number", "aria-hidden": "true" }, String(place + 1));
    step.state = element("span", { className: "hidden" });
    step.head = element("button", { type: "button", className: "step", "aria-expanded": "false", "aria-controls": id }, step.number, element("span", { className: "label" }, step.title, step.state));
    step.act = element("button", { type: "button", className: "main" }, step.button);
    step.what = element("div", { className: "what", id, hidden: true },
      element("p", { className: "title", "aria-hidden": "true" }, step.title), element("p", {}, step.text), step.act);
    step.head.addEventListener("click", () => this.open(step));
    step.act.addEventListener("click", () => this.doIt(step));
    step.item = element("li", {}, element("h3", {}, step.head), step.what);
    return step.item;
  }

  open(step) {
    for (const each of this.steps) {
      each.what.hidden = each !== step;
      each.head.setAttribute("aria-expanded", String(each === step));
    }
  }

  async doIt(step) {
    this.onLook(step.look);
    document.getElementById("phones").scrollIntoView({ block: "nearest" });
    await ask(`/demo/tour/${step.id}`);
  }

  /** Take in how the tour goes. */
  go(going) {
    const before = this.going;
    this.going = going;
    for (const step of this.steps) {
      const isDone = going.done.includes(step.id);
      step.item.classList.toggle("done", isDone);
      step.number.textContent = isDone ? "✓" : String(this.steps.indexOf(step) + 1);
      step.state.textContent = isDone ? ", done" : "";
      step.act.setAttribute("aria-disabled", String(going.doing !== null));
      step.act.textContent = going.doing === step.id ? "Watch the phones …" : step.button;
    }
    if (this.isNew) this.open(this.steps.find((each) => !going.done.includes(each.id)) ?? this.steps[0]);
    this.isNew = false;
    if (before.doing && !going.doing) this.finish(before.doing, going);
    if (going.doing) this.says.textContent = "";
  }

  finish(id, going) {
    this.says.textContent = going.lost ?? "";
    if (!going.done.includes(id)) return;
    const next = this.steps[this.steps.findIndex((each) => each.id === id) + 1];
    if (!next) {
      this.says.textContent = "That was the tour. Everything on these phones still works: write, tap, and push the clock as you like. Anna can write /trend, /bring or /relationship. Dr Patel finds what Ben shows of his answers under «Clients», and Dr Okafor writes /brief.";
      return;
    }
    this.open(next);
    if (document.activeElement === document.body) next.act.focus({ preventScroll: true });
  }
}
