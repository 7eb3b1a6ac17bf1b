import { html } from "./html.js";
import { Icon } from "./icons.js";

/** What stands where nothing is yet: what will be here, and what to do for it. */
export function EmptyState({ icon, title, children }) {
  return html`
    <div class="empty-state">
      <span class="empty-icon"><${Icon} name=${icon} size=${28} /></span>
      <h2>${title}</h2>
      <p>${children}</p>
    </div>
  `;
}
