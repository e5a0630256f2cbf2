// The demo's server: what it tells as it happens, and what is asked of it.

const trouble = document.getElementById("trouble");
const TRY_AGAIN = 3000;
let hiding;

/** Send one act. Gives the answer, or null after saying on the page why it can't be done. */
export async function ask(path, body, say = sayTrouble) {
  const form = body instanceof FormData;
  const sent = fetch(path, {
    method: "POST",
    headers: form ? {} : { "Content-Type": "application/json" },
    body: form ? body : JSON.stringify(body ?? {}),
  });
  const answer = await sent.catch(() => null);
  if (!answer) {
    sayTrouble("The demo doesn't answer. Has it been ended in the terminal?");
    return null;
  }
  const given = await answer.json().catch(() => ({ error: "Something went wrong in the demo. The terminal says more." }));
  if (answer.ok) return given;
  say(sentence(given.error));
  return null;
}

/** Listen to the server's events by name, for as long as the page is seen: a browser holds only a
 * few connections to one address, and a page in the background shall not take one. */
export function listen(handlers) {
  let events = null;
  const connect = () => {
    events?.close();
    events = new EventSource("/demo/events");
    for (const [name, handle] of Object.entries(handlers)) {
      events.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
    events.addEventListener("open", () => sayTrouble(""));
    events.addEventListener("error", () => {
      sayTrouble("The demo doesn't answer. If it was ended in the terminal, this page can be closed.");
      if (events.readyState === EventSource.CLOSED && !document.hidden) setTimeout(connect, TRY_AGAIN);
    });
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? events.close() : connect()));
  connect();
}

function sayTrouble(words) {
  clearTimeout(hiding);
  trouble.textContent = words;
  if (words) hiding = setTimeout(() => (trouble.textContent = ""), 8000);
}

function sentence(words) {
  const text = String(words ?? "That can't be done.");
  const whole = text.startsWith("http") ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?»]$/.test(whole) ? whole : `${whole}.`;
}
