import { useState } from "preact/hooks";
import { html } from "./html.js";
import { Icon } from "./icons.js";

/** Remembered while the page is open, so that going through messages keeps the view. */
let lastWidth = "desktop";

/** An e-mail in the recipient's program, on a desk or in a hand. */
export function EmailDevice({ message }) {
  const [width, setWidth] = useState(lastWidth);
  const choose = (chosen) => {
    lastWidth = chosen;
    setWidth(chosen);
  };
  const choice = (name, title, icon) => html`
    <button type="button" aria-pressed=${width === name} onClick=${() => choose(name)}>
      <${Icon} name=${icon} size=${16} /> ${title}
    </button>
  `;
  return html`
    <div class="segments device-choice" role="group" aria-label="Width">
      ${choice("desktop", "Desktop", "DESKTOP")} ${choice("phone", "Phone", "PHONE")}
    </div>
    <div class="device ${width}">
      <header class="email-head">
        <h1>${message.subject || "(no subject)"}</h1>
        ${message.preheader ? html`<p class="preheader">${message.preheader}</p>` : null}
        <div class="email-sender">
          <span class="avatar" aria-hidden="true">${initial(message.from)}</span>
          <p>
            <strong>${nameIn(message.from)}</strong> <span class="quiet">${addressIn(message.from)}</span><br />
            <span class="quiet">to ${message.to}</span>
          </p>
        </div>
      </header>
      <iframe
        title="The e-mail's body"
        sandbox=""
        referrerpolicy="no-referrer"
        src=${`/mailbox/${encodeURIComponent(message.id)}/html`}
      ></iframe>
    </div>
    ${message.text ? html`<details class="alternative"><summary>Text alternative</summary><pre>${message.text}</pre></details>` : null}
  `;
}

const nameIn = (from) => from.replace(/<[^>]*>/, "").replaceAll('"', "").trim() || from;
const addressIn = (from) => from.match(/<[^>]*>/)?.[0] ?? "";
const initial = (from) => (nameIn(from).match(/\p{L}/u)?.[0] ?? "•").toUpperCase();
