// One message on a telephone: its words, picture or file, buttons, time and how far it has come.

import { element, tick } from "./element.js";
import { words } from "./words.js";

const PICTURES = /\.(png|jpe?g|gif|webp)$/i;
const PRESS_SHOWS = 1200;
const COME = { waiting: "waits for Telegram", sent: "sent", taken: "the bot has it" };

/** `phone` gives `name`, `time(unix)`, `quoted(id)`, and takes
 * `tap(message, label, place)`, `reply(message)` and `change(message)`. */
export function bubble(message, phone) {
  const kind = `message ${message.mine ? "mine" : "theirs"}${message.protected ? " protected" : ""}`;
  return element(
    "div",
    { className: kind, "data-id": message.message_id },
    element(
      "div",
      { className: "bubble" },
      element("span", { className: "hidden" }, message.mine ? `${phone.name}: ` : "Bot: "),
      quote(message, phone),
      media(message.media),
      message.text ? words(message.text, message.entities) : null,
      foot(message, phone),
    ),
    keys(message, phone),
  );
}

function quote(message, phone) {
  const quoted = message.reply_to && phone.quoted(message.reply_to);
  return quoted ? element("div", { className: "quote" }, quoted) : null;
}

function media(file) {
  if (!file) return null;
  if (file.url && file.kind === "photo") {
    return element("img", { src: file.url, alt: "A photo", width: file.width, height: file.height });
  }
  const size = file.size ? ` · ${Math.ceil(file.size / 1024)} KB` : "";
  const name = file.name ?? file.kind;
  if (!file.url) return element("span", { className: "file" }, name);
  const picture = PICTURES.test(name) ? "Picture" : "Document";
  return element("a", { className: "file", href: file.url, download: name }, `${picture}: ${name}${size}`);
}

/** The line below the words: it alone changes while a message is on its way. */
export function foot(message, phone) {
  const about = message.text.slice(0, 40);
  const act = message.mine && !message.media && !message.text.startsWith("/")
    ? element("button", { type: "button", "aria-label": `Edit: ${about}`, onclick: () => phone.change(message) }, "Edit")
    : element("button", { type: "button", "aria-label": `Reply to: ${about}`, onclick: () => phone.reply(message) }, "Reply");
  return element(
    "div",
    { className: "foot", "aria-live": "off" },
    act,
    message.edited ? element("span", {}, "edited") : null,
    message.silent ? element("span", {}, "silent") : null,
    element("time", {}, phone.time(message.date)),
    ...come(message.delivery),
  );
}

function come(delivery) {
  if (!delivery) return [];
  return [tick(delivery), element("span", { className: "hidden" }, COME[delivery])];
}

function keys(message, phone) {
  if (!message.buttons.length) return null;
  const rows = message.buttons.map((row, line) =>
    element("div", {}, ...row.map((key, column) => pressable(message, key, [line, column], phone))),
  );
  return element("div", { className: "keys" }, ...rows);
}

function pressable(message, key, place, phone) {
  const button = element("button", { type: "button", disabled: !key.can_be_pressed }, key.label);
  button.addEventListener("click", () => {
    press(button);
    phone.tap(message, key.label, place);
  });
  return button;
}

/** Show for a moment that this button was pressed, by whomever. */
export function press(button) {
  button.classList.add("pressed");
  setTimeout(() => button.classList.remove("pressed"), PRESS_SHOWS);
}
