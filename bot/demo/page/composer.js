// What a telephone's owner writes with: the line, the menu of commands, the keyboard below.

import { ask } from "./demo.js";
import { closeWhenLeft, element, icon } from "./element.js";

const LINK = /^(https?:\/\/)?(t\.me|telegram\.me)\/\S+[?&]start=\S*$/;

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.topic = null; // {how: "reply" | "edit", message}
    this.node = element("div", { className: "below" });
    this.buildForm();
    this.keys = element("div", { className: "keys" });
    this.instead = element("div", {});
    this.node.append(this.commands, this.aboutLine, this.form, this.keys, this.instead);
  }

  buildForm() {
    const { name } = this.phone;
    this.line = element("textarea", { rows: 1, "aria-label": `Write as ${name}`, placeholder: "Message", autocomplete: "off" });
    this.file = element("input", { type: "file", hidden: true, tabIndex: -1, "aria-label": `File from ${name}` });
    this.commands = element("div", { className: "menu of-commands", hidden: true });
    this.menu = iconButton("commands", `Commands, ${name}`);
    this.menu.setAttribute("aria-expanded", "false");
    const attach = iconButton("attach", `Attach a file, ${name}`);
    const send = element("button", { type: "submit", className: "icon send", "aria-label": `Send, ${name}` }, icon("send"));
    this.form = element("form", {}, this.menu, this.line, this.file, attach, send);
    this.aboutWords = element("span", {});
    const close = iconButton("close", "Don't");
    this.aboutLine = element("div", { className: "about", hidden: true }, this.aboutWords, close);

    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    this.line.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
    this.line.addEventListener("input", () => this.grow());
    this.menu.addEventListener("click", () => this.openCommands(this.commands.hidden));
    closeWhenLeft(this.commands, this.menu, () => this.openCommands(false, { keepFocus: true }));
    attach.addEventListener("click", () => this.file.click());
    this.file.addEventListener("change", () => this.attach());
    close.addEventListener("click", () => this.about(null));
    this.node.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { this.openCommands(false); this.about(null); }
    });
  }

  draw(entry, link) {
    const open = entry.access === "open";
    this.form.hidden = !open;
    this.line.placeholder = entry.placeholder ?? "Message";
    const drawn = JSON.stringify([entry.access, entry.keyboard, entry.commands, link]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.entry = entry;
    this.keys.replaceChildren(...(open ? entry.keyboard : []).map((row) =>
      element("div", {}, ...row.map((label) => actButton(label, () => this.phone.act("tap", { label }))))));
    this.menu.hidden = !entry.commands.length;
    this.drawCommands(entry.commands);
    const hadFocus = this.instead.contains(document.activeElement);
    this.instead.replaceChildren(...this.insteadOfLine(entry.access, link));
    if (hadFocus) (open ? this.line : this.instead.querySelector("input, button"))?.focus();
  }

  drawCommands(commands) {
    this.commands.replaceChildren(...commands.map(({ command, description }) => {
      const button = actButton("", () => { this.openCommands(false); this.phone.act("type", { text: `/${command}` }); });
      button.append(`/${command} `, element("small", {}, description));
      return button;
    }));
  }

  insteadOfLine(access, link) {
    if (access === "blocked") {
      return [actButton("Unblock the bot", () => this.phone.act("unblock"), "wide main")];
    }
    if (link) return [this.invitation(link)];
    if (access === "open") return [];
    if (access !== "never_started") return [element("p", { className: "empty" }, "This account is gone.")];
    return [actButton("Start", () => this.phone.act("type", { text: "/start" }), "wide main")];
  }

  invitation(link) {
    const field = element("input", { value: link, "aria-label": `Start link for ${this.phone.name}` });
    const follow = () => field.value.trim() && this.phone.act("follow", { link: field.value });
    field.addEventListener("keydown", (event) => { if (event.key === "Enter") follow(); });
    const words = `${this.phone.name} has been invited and hasn't come yet. This link stands on the hand-out.`;
    return element("div", { className: "invitation" }, element("p", {}, words), field, actButton("Open the link", follow, "wide main"));
  }

  async send() {
    const text = this.line.value.trim();
    if (!text) return;
    const topic = this.topic;
    this.write("");
    this.about(null);
    const given = await this.sendAs(text, topic);
    if (given === null) this.write([text, this.line.value].filter(Boolean).join("\n"));
  }

  sendAs(text, topic) {
    if (topic?.how === "edit") return this.phone.act("edit", { message_id: topic.message.message_id, text });
    if (topic?.how === "reply") return this.phone.act("type", { reply_to: topic.message.message_id, text });
    return LINK.test(text) ? this.phone.act("follow", { link: text }) : this.phone.act("type", { text });
  }

  write(text) {
    this.line.value = text;
    this.grow();
  }

  async attach() {
    const [file] = this.file.files;
    if (!file) return;
    const form = new FormData();
    form.append("file", file);
    const caption = this.line.value.trim();
    form.append("caption", caption);
    const kind = /^image\/(png|jpeg)$/.test(file.type) ? "photo" : "document";
    this.file.value = "";
    if (!(await this.phone.act(kind, form))) return;
    if (this.line.value.trim() === caption) this.write("");
    this.about(null);
  }

  /** The next words reply to this message, or change it; null for neither. */
  about(how, message) {
    if (this.topic?.how === "edit") this.write(this.draft);
    this.topic = how ? { how, message } : null;
    this.aboutLine.hidden = !how;
    if (!how) return;
    const first = message.text.split("\n")[0];
    this.aboutWords.textContent = how === "edit" ? "Edit your message" : `Reply to: ${first}`;
    if (how === "edit") {
      this.draft = this.line.value;
      this.write(message.text);
    }
    this.line.focus();
  }

  openCommands(open, { keepFocus = false } = {}) {
    const was = !this.commands.hidden && !keepFocus;
    this.commands.hidden = !open;
    this.menu.setAttribute("aria-expanded", String(open));
    if (open) this.commands.querySelector("button")?.focus();
    else if (was) this.menu.focus();
  }

  grow() {
    this.line.style.height = "auto";
    this.line.style.height = `${this.line.scrollHeight + 2}px`;
  }
}

function iconButton(name, label) {
  return element("button", { type: "button", className: "icon", "aria-label": label }, icon(name));
}

function actButton(label, act, className = "") {
  const button = element("button", { type: "button", className }, label);
  button.addEventListener("click", act);
  return button;
}
