// The demo's server: what it tells as it happens, and what is asked of it.

const trouble = document.getElementById("trouble");
let hiding;

/** Send one act. Gives the answer, or null after saying on the page why it can't be done. */
export async function ask(path, body, say = sayTrouble) {
  const form = body instanceof FormData;
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: form ? {} : { "Content-Type": "application/json" },
      body: form ? body : JSON.stringify(body ?? {}),
    });
    const given = await answer.json();
    if (answer.ok) return given;
    say(sentence(given.error));
  } catch {
    sayTrouble("The demo doesn't answer. Has it been ended in the terminal?");
  }
  return null;
}

/** Listen to the server's events by name; the browser connects again by itself. */
export function listen(handlers) {
  const events = new EventSource("/demo/events");
  for (const [name, handle] of Object.entries(handlers)) {
    events.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
  events.addEventListener("open", () => sayTrouble(""));
  events.addEventListener("error", () =>
    sayTrouble("The demo doesn't answer. If it was ended in the terminal, this page can be closed."),
  );
}

function sayTrouble(words) {
  clearTimeout(hiding);
  trouble.textContent = words;
  if (words) hiding = setTimeout(() => (trouble.textContent = ""), 8000);
}

function sentence(words) {
  const text = String(words ?? "That can't be done.");
  const whole = text[0].toUpperCase() + text.slice(1);
  return /[.!?»]$/.test(whole) ? whole : `${whole}.`;
}
