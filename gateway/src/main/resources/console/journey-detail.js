import { html } from "./html.js";
import { JourneyGraph } from "./journey-graph.js";
import { JourneyTiles } from "./journey-tiles.js";
import { Losses } from "./losses.js";
import { StateBadge } from "./state-badge.js";
import { TrendPanel } from "./trend-panel.js";

export function JourneyDetail({ journey, currency }) {
  const facts = [
    journey.stage && html`<span>Stage <b>${journey.stage}</b></span>`,
    journey.goal && html`<span>Goal <b>${journey.goal}</b></span>`,
    journey.holdoutPercent > 0 && html`<span>Holdout <b>${journey.holdoutPercent} %</b></span>`,
    html`<span>Version <code>${journey.version}</code></span>`,
  ].filter(Boolean);
  return html`
    <article class="journey" aria-labelledby="journey-title">
      <header class="journey-head">
        <h1 id="journey-title">${journey.title || journey.id}</h1>
        <${StateBadge} state=${journey.state} />
        <p class="journey-facts">${facts}</p>
      </header>
      <${JourneyTiles} numbers=${journey.numbers} currency=${currency} />
      <section class="card graph-card" aria-label="Steps">
        <${JourneyGraph} nodes=${journey.nodes} edges=${journey.edges} numbers=${journey.numbers} />
      </section>
      <div class="journey-below">
        <${TrendPanel} journey=${journey.id} numbers=${journey.numbers} />
        <${Losses} numbers=${journey.numbers} />
      </div>
    </article>
  `;
}
