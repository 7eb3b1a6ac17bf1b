import { html } from "./html.js";
import { CrmChange } from "./crm-change.js";
import { EmailDevice } from "./email-device.js";
import { PushPhone } from "./push-phone.js";
import { Link } from "./route.js";
import { SlackMessage } from "./slack-message.js";
import { SmsPhone } from "./sms-phone.js";
import { WebhookCall } from "./webhook-call.js";
import { ago, clockTime, spoken } from "./format.js";
import { channelOf } from "./channels.js";

const SHOWN_BY = {
  email: EmailDevice,
  sms: SmsPhone,
  push: PushPhone,
  slack: SlackMessage,
  crm: CrmChange,
  webhook: WebhookCall,
};

export function MailView({ message, now }) {
  const Shown = SHOWN_BY[message.channel];
  const arrived = Date.parse(message.at);
  return html`
    <header class="mail-about">
      <p class="mail-origin">
        ${channelOf(message.channel).title} to <b>${message.customer}</b> from${" "}
        <${Link} to=${`/journeys/${encodeURIComponent(message.journey)}`}>${spoken(message.journey)}<//>,
        step <b>${spoken(message.step)}</b>${message.group ? html`, group <b>${message.group}</b>` : null}
      </p>
      <time datetime=${message.at} title=${`${clockTime(arrived)} UTC`}>${clockTime(arrived)} · ${ago(arrived, now)}</time>
    </header>
    <${Shown} message=${message} />
  `;
}
