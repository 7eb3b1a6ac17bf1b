import { html } from "./html.js";
import { timeOfDay } from "./format.js";

const MARKS = /(\*[^*\n]+\*|_[^_\n]+_|`[^`\n]+`|~[^~\n]+~|<[^>\n]+>)/g;

/** Slack's own marks (mrkdwn), as elements and never as HTML. */
function marked(text) {
  return text.split(MARKS).map((part) => {
    const inner = part.slice(1, -1);
    switch (part.length > 2 ? part[0] : "") {
      case "*":
        return html`<b>${inner}</b>`;
      case "_":
        return html`<i>${inner}</i>`;
      case "`":
        return html`<code>${inner}</code>`;
      case "~":
        return html`<s>${inner}</s>`;
      case "<":
        return html`<span class="slack-link">${inner.split("|").at(-1)}</span>`;
      default:
        return part;
    }
  });
}

/** A message in the team's Slack channel. */
export function SlackMessage({ message }) {
  return html`
    <div class="slack-window">
      <header># ${message.to.replace(/^#/, "")}</header>
      <div class="slack-message">
        <img src="/console/logo.svg" alt="" width="38" height="38" />
        <div>
          <p class="slack-author">
            <strong>Sendero</strong> <span class="slack-app">APP</span>
            <time>${timeOfDay(Date.parse(message.at))}</time>
          </p>
          <p class="slack-text">${marked(message.text)}</p>
        </div>
      </div>
    </div>
  `;
}
