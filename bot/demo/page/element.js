// Elements from values. Text goes in as text, never as HTML: people wrote it.

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made && !name.startsWith("aria")) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** A menu closes when the focus, or a click, goes elsewhere than to it or its button. */
export function closeWhenLeft(menu, button, close) {
  const isElsewhere = (node) => !menu.contains(node) && !button.contains(node);
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && isElsewhere(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.hidden && isElsewhere(event.target)) close();
  });
}

const SHAPES = {
  more: "M12 4.5v1M12 11.5v1M12 18.5v1",
  commands: "M4 7h16M4 12h16M4 17h10",
  attach: "M20 11.5 12.3 19a4.6 4.6 0 0 1-6.5-6.5l8-7.8a3 3 0 0 1 4.3 4.3l-7.9 7.8a1.5 1.5 0 0 1-2.1-2.1l7.2-7.1",
  send: "M5 12h13M12.5 6l6 6-6 6",
  close: "M6 6l12 12M18 6 6 18",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
};
const TICKS = { waiting: "M8 1v4l3 1.5", sent: "M4 5l3 3 6-7", taken: "M1 5l3 3 6-7M9 8l6-7" };

export const icon = (name) => drawing("0 0 24 24", SHAPES[name]);
export const tick = (delivery) => drawing("0 0 16 9", TICKS[delivery]);

function drawing(box, path) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", box);
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
