import { html } from "./html.js";
import { timeOfDay } from "./format.js";
import { useFetched } from "./fetched.js";
import { partsOf } from "./sms-parts.js";

/** An SMS in the recipient's hand. */
export function SmsPhone({ message }) {
  const { length, parts, kind, foreign } = partsOf(message.text);
  const sender = useFetched("/api/status", "").value?.project || "Sender";
  return html`
    <div class="sms-phone">
      <header><span class="avatar" aria-hidden="true">${sender.charAt(0)}</span><strong>${sender}</strong></header>
      <div class="phone-screen">
        <p class="phone-time">Today ${timeOfDay(Date.parse(message.at))}</p>
        <p class="bubble">${message.text}</p>
        <p class="phone-state">Delivered to ${message.to}</p>
      </div>
    </div>
    <p class="device-note">
      ${length} characters, ${parts === 1 ? "1 part" : `${parts} parts`}${kind === "unicode" ? `: “${foreign}” is outside of the SMS alphabet, so that a part holds 70 characters instead of 160` : ""}
    </p>
  `;
}
