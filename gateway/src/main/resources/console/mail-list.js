import { html } from "./html.js";
import { Icon } from "./icons.js";
import { Link, navigate } from "./route.js";
import { ago, spoken } from "./format.js";
import { channelOf } from "./channels.js";

const pathOf = (id) => `/mailbox/${encodeURIComponent(id)}`;

/** Newest on top; arrow keys go from one to the next. */
export function MailList({ mails, selected, now, nothingFits }) {
  const walk = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = mails.messages.findIndex(({ id }) => id === selected);
    const next = mails.messages[at + (step ?? 0)];
    if (step && next) {
      event.preventDefault();
      navigate(pathOf(next.id));
      event.currentTarget.querySelectorAll(".mail-row")[at + step]?.focus();
    }
  };
  return html`
    <ul class="mail-list" onKeyDown=${walk}>
      ${mails.messages.map(
        (message) => html`<li key=${message.id}><${MailRow} message=${message} current=${message.id === selected} now=${now} /></li>`,
      )}
      ${nothingFits ? html`<li class="quiet no-match">No message fits. Try fewer letters, or another channel.</li>` : null}
      ${mails.more
        ? html`<li class="more"><button type="button" class="plain" onClick=${mails.showOlder}>Show older messages</button></li>`
        : null}
    </ul>
  `;
}

function MailRow({ message, current, now }) {
  const { icon, title, name } = channelOf(message.channel);
  const arrived = Date.parse(message.at);
  return html`
    <${Link} to=${pathOf(message.id)} class="mail-row" aria-current=${current ? "true" : null}>
      <span class="channel-icon ${name}" title=${title}><${Icon} name=${icon} size=${17} /></span>
      <span class="mail-row-words">
        <span class="mail-row-head">
          <strong>${message.to || message.customer}</strong>
          <time datetime=${message.at}>${ago(arrived, now)}</time>
        </span>
        <span class="mail-row-subject">${message.subject || message.text}</span>
        <span class="mail-row-foot">${spoken(message.journey)} · ${spoken(message.step)}</span>
      </span>
    <//>
  `;
}
