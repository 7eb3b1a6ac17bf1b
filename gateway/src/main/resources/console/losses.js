import { html } from "./html.js";
import { number, spoken } from "./format.js";

/** Why people did not enter, did not get a message, or left early. */
export function Losses({ numbers }) {
  const groups = [
    ["Did not enter", Object.entries(numbers.notEntered)],
    ["Messages not sent", Object.entries(numbers.skipped)],
    [
      "Ended",
      [
        ["completed", numbers.completed],
        ["left early", numbers.exited],
        ["messages taken back", numbers.cancelled],
      ].filter(([, count]) => count > 0),
    ],
  ].filter(([, rows]) => rows.length > 0);
  return html`
    <section class="card losses" aria-label="Reasons">
      <h2>Why, and why not</h2>
      ${groups.length === 0
        ? html`<p class="quiet">Nobody has been turned away, and nobody has left yet.</p>`
        : groups.map(
            ([title, rows]) => html`
              <h3>${title}</h3>
              <ul>
                ${[...rows]
                  .sort((one, other) => other[1] - one[1])
                  .map(([reason, count]) => html`<li><span>${spoken(reason || "no reason given")}</span><b>${number(count)}</b></li>`)}
              </ul>
            `,
          )}
    </section>
  `;
}
