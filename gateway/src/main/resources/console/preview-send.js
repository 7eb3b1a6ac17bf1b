import { useState } from "preact/hooks";
import { html } from "./html.js";

const REMEMBERED = "sendero.preview.to";

/** Remembered from one preview to the next, where the browser lets it. */
function remembered() {
  try {
    return localStorage.getItem(REMEMBERED) ?? "";
  } catch {
    return "";
  }
}

function remember(address) {
  try {
    localStorage.setItem(REMEMBERED, address);
  } catch {
    // Then it is typed again.
  }
}

async function send(sample, locale, to) {
  const response = await fetch("/api/preview/send", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Sendero-Preview": "1" },
    body: JSON.stringify({ sample, locale, to }),
  });
  return response.ok ? response.json() : { sent: false, text: "this went wrong; the terminal says more" };
}

/** "Send me this". */
export function SendForm({ view, locale }) {
  const [to, setTo] = useState(remembered);
  const [answer, setAnswer] = useState(null);
  const submit = async (event) => {
    event.preventDefault();
    setAnswer({ sent: true, text: "sending…" });
    remember(to);
    try {
      setAnswer(await send(view.sample, locale, to));
    } catch {
      setAnswer({ sent: false, text: "Sendero does not answer" });
    }
  };
  return html`
    <form class="preview-send" onSubmit=${submit}>
      <input
        name="to"
        aria-label="Send to"
        placeholder=${view.messages[0]?.to || "you@example.com"}
        value=${to}
        onInput=${(event) => setTo(event.target.value)}
      />
      <button type="submit">Send me this</button>
      <p class="quiet" role="status">
        ${answer ? html`<span class=${answer.sent ? "" : "preview-warning"}>${answer.text}</span>` : `goes to ${view.destination}`}
      </p>
    </form>
  `;
}
