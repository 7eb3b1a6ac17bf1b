import { html } from "./html.js";
import { Link } from "./route.js";
import { useLive } from "./live.js";
import { clockTime, number } from "./format.js";

export function Header({ page }) {
  const { connected, mailboxSize, now } = useLive();
  const tab = (name, to, title, count) => html`
    <${Link} to=${to} class="tab" aria-current=${page === name ? "page" : null}>
      ${title}
      ${count ? html`<span class="tab-count">${number(count)}</span>` : null}
    <//>
  `;
  return html`
    <header class="top">
      <${Link} to="/journeys" class="brand">
        <img src="/console/logo.svg" alt="" width="28" height="28" />
        <span>Sendero</span>
      <//>
      <nav aria-label="Pages">
        ${tab("journeys", "/journeys", "Journeys")} ${tab("mailbox", "/mailbox", "Mailbox", mailboxSize)}
      </nav>
      <div class="now" role="status">
        ${now === null ? null : html`<time title="The process's clock, UTC">${clockTime(now)}</time>`}
        <span class=${connected ? "pulse on" : "pulse"}>${connected ? "Live" : "Connecting…"}</span>
      </div>
    </header>
  `;
}
