import { html } from "./html.js";
import { timeOfDay } from "./format.js";
import { useFetched } from "./fetched.js";

/** A notification on the recipient's phone. */
export function PushPhone({ message }) {
  const sender = useFetched("/api/status", "").value?.project || "Sender";
  return html`
    <div class="sms-phone">
      <header><span class="avatar" aria-hidden="true">${sender.charAt(0)}</span><strong>${sender}</strong></header>
      <div class="phone-screen">
        <p class="phone-time">Today ${timeOfDay(Date.parse(message.at))}</p>
        <p class="bubble">${message.subject ? html`<b>${message.subject}</b><br />` : null}${message.text}</p>
        ${message.preheader ? html`<p class="phone-state">Opens ${message.preheader}</p>` : null}
      </div>
    </div>
  `;
}
