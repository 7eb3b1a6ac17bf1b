import { html } from "./html.js";
import { JsonText } from "./json-text.js";

/** The call that a webhook makes. */
export function WebhookCall({ message }) {
  const headers = Object.entries(message.headers);
  return html`
    <div class="webhook-call">
      <p class="webhook-line"><b>POST</b> <code>${message.to}</code></p>
      ${headers.length > 0
        ? html`<dl class="webhook-headers">${headers.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
        : null}
      <${JsonText} json=${message.text} />
    </div>
  `;
}
