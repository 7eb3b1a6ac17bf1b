import { html } from "./html.js";
import { AnimatedNumber } from "./animated-number.js";
import { Link } from "./route.js";
import { Sparkline } from "./sparkline.js";
import { StateBadge } from "./state-badge.js";
import { money, percent, short } from "./format.js";

export function JourneyList({ journeys, trends, selected, currency }) {
  return html`
    <nav class="journey-list" aria-label="Journeys">
      <h2 class="list-title">Journeys <span>${journeys.length}</span></h2>
      <ul>
        ${journeys.map(
          (journey) => html`
            <li key=${journey.id}>
              <${JourneyCard}
                journey=${journey}
                trend=${trends[journey.id]}
                current=${journey.id === selected}
                currency=${currency}
              />
            </li>
          `,
        )}
      </ul>
    </nav>
  `;
}

function JourneyCard({ journey, trend, current, currency }) {
  const { entered, converted, value } = journey.numbers;
  return html`
    <${Link}
      to=${`/journeys/${encodeURIComponent(journey.id)}`}
      class="journey-card"
      aria-current=${current ? "true" : null}
    >
      <span class="journey-card-head">
        <strong>${journey.title || journey.id}</strong>
        <${StateBadge} state=${journey.state} />
      </span>
      <span class="journey-card-numbers">
        <span><b><${AnimatedNumber} value=${entered} format=${short} /></b> entered</span>
        <span><b><${AnimatedNumber} value=${converted} format=${short} /></b> converted</span>
        <${Sparkline} values=${trend?.entered} />
      </span>
      <span class="journey-card-foot">
        ${entered === 0 ? "Nobody has entered yet" : `${percent(converted, entered)} conversion`}
        ${value > 0 ? ` · ${money(value, currency)}` : ""}
      </span>
    <//>
  `;
}
