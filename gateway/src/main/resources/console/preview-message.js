import { html } from "./html.js";
import { CrmChange } from "./crm-change.js";
import { PushPhone } from "./push-phone.js";
import { SmsPhone } from "./sms-phone.js";
import { SlackMessage } from "./slack-message.js";
import { WebhookCall } from "./webhook-call.js";
import { PreviewedMail } from "./preview-mail.js";

const SHOWN_BY = { sms: SmsPhone, push: PushPhone, slack: SlackMessage, crm: CrmChange, webhook: WebhookCall };

/** A message in one locale. */
export function PreviewedMessage({ message, sample, edition, titled }) {
  return html`
    <section class="preview-locale">
      ${titled ? html`<h2>${message.locale || "No locale: the fallback"}</h2>` : null}
      ${message.failure
        ? html`<p class="preview-failure">This sample cannot be rendered: ${message.failure}</p>`
        : message.channel === "email"
          ? html`<${PreviewedMail} message=${message} sample=${sample} edition=${edition} />`
          : shown(message)}
    </section>
  `;
}

function shown(message) {
  const Shown = SHOWN_BY[message.channel];
  const arrived = { ...message, at: new Date().toISOString(), headers: {} };
  return Shown ? html`<${Shown} message=${arrived} />` : html`<pre>${message.text}</pre>`;
}
