import { useState } from "preact/hooks";
import { html } from "./html.js";
import { TrendChart } from "./trend-chart.js";
import { useFetched } from "./fetched.js";

const SPANS = [
  ["", "Auto"],
  ["1h", "1 h"],
  ["6h", "6 h"],
  ["1d", "24 h"],
  ["7d", "7 d"],
  ["30d", "30 d"],
];

const BUCKETS = { 60: "per minute", 300: "per 5 minutes", 1200: "per 20 minutes", 7200: "per 2 hours", 43200: "per 12 hours" };

/** How the journey went over time, with a choice of how far to look back. */
export function TrendPanel({ journey, numbers }) {
  const [span, setSpan] = useState("");
  const path = `/api/journeys/${encodeURIComponent(journey)}/trend${span ? `?span=${span}` : ""}`;
  const trend = useFetched(path, numbers, 2000).value;
  return html`
    <section class="card trend" aria-label="Over time">
      <header class="card-head">
        <h2>Over time <small>${trend ? BUCKETS[trend.bucketSeconds] : ""}</small></h2>
        <div class="segments" role="group" aria-label="How far to look back">
          ${SPANS.map(
            ([word, title]) => html`
              <button type="button" aria-pressed=${span === word} onClick=${() => setSpan(word)}>${title}</button>
            `,
          )}
        </div>
      </header>
      <${TrendChart} trend=${trend} />
    </section>
  `;
}
