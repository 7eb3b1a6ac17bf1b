import { useEffect } from "preact/hooks";
import { html } from "./html.js";
import { EmptyState } from "./empty-state.js";
import { JourneyDetail } from "./journey-detail.js";
import { JourneyList } from "./journey-list.js";
import { ProblemBanner } from "./problem-banner.js";
import { navigate } from "./route.js";
import { useFetched } from "./fetched.js";
import { useLive } from "./live.js";

/** All journeys on the left, the selected one as a picture with its numbers. */
export function JourneysPage({ selected }) {
  const live = useLive();
  const { value, failed } = useFetched("/api/journeys", live.edition);
  const trends = useFetched("/api/trends", live.numbers, 5000).value ?? {};

  const journeys = (value?.journeys ?? []).map((journey) => ({
    ...journey,
    numbers: live.numbers[journey.id] ?? journey.numbers,
  }));
  const journey = journeys.find(({ id }) => id === selected) ?? journeys[0];

  useEffect(() => {
    document.title = journey ? `${journey.title || journey.id} · Sendero` : "Journeys · Sendero";
    if (journey && journey.id !== selected) {
      navigate(`/journeys/${encodeURIComponent(journey.id)}`, { replace: true });
    }
  }, [journey?.id, selected]);

  if (!value) {
    return html`<div class="page-loading" role="status">
      ${failed ? "The process does not answer. Is it still running?" : "Loading journeys…"}
    </div>`;
  }
  return html`
    <div class="journeys">
      <${JourneyList} journeys=${journeys} trends=${trends} selected=${journey?.id} currency=${value.currency} />
      <div class="journeys-main">
        <${ProblemBanner} problems=${value.problems} running=${journeys.length} />
        ${journey
          ? html`<${JourneyDetail} key=${journey.id} journey=${journey} currency=${value.currency} />`
          : html`<${EmptyState} icon="BRANCH" title="No journey yet">
              Write one as a file in the folder <code>journeys</code> of your project, for example
              <code>journeys/welcome.yaml</code>. It shows up here the moment you save it.
            <//>`}
      </div>
    </div>
  `;
}
