import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { html } from "./html.js";
import { AnimatedNumber } from "./animated-number.js";
import { GraphNode } from "./graph-node.js";
import { layout, shortened } from "./graph-layout.js";
import { short } from "./format.js";

const SMALLEST = 0.55;

/** The journey as a picture: a box a step, an arrow a way, with the numbers of those who went there. */
export function JourneyGraph({ nodes, edges, numbers }) {
  const shape = JSON.stringify([nodes, edges]);
  const picture = useMemo(() => layout(nodes, edges), [shape]);
  const place = useRef(null);
  const [room, setRoom] = useState(picture.width);
  useEffect(() => {
    const resized = new ResizeObserver(([entry]) => setRoom(entry.contentRect.width));
    resized.observe(place.current);
    return () => resized.disconnect();
  }, []);
  const scale = Math.max(SMALLEST, Math.min(1, room / picture.width));
  const flows = picture.edges.map((edge) => flow(edge, numbers));
  const most = Math.max(1, numbers.entered);
  return html`
    <div class="graph" ref=${place}>
      <div class="graph-frame" style=${{ width: `${picture.width * scale}px`, height: `${picture.height * scale}px` }}>
        <div
          class="graph-canvas"
          style=${{ width: `${picture.width}px`, height: `${picture.height}px`, transform: `scale(${scale})` }}
        >
          <svg width=${picture.width} height=${picture.height} aria-hidden="true">
            <defs>
              <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
                <path d="M0 .5 7.5 4 0 7.5z" />
              </marker>
            </defs>
            ${picture.edges.map((edge, at) => html`<${Way} edge=${edge} count=${flows[at]} share=${(flows[at] ?? 0) / most} />`)}
          </svg>
          ${picture.edges.map((edge, at) => (edge.label ? html`<${WayLabel} edge=${edge} count=${flows[at]} />` : null))}
          <ol class="graph-nodes">
            ${picture.nodes.map((node) => html`<${GraphNode} key=${node.id} node=${node} numbers=${numbers} />`)}
          </ol>
        </div>
      </div>
    </div>
  `;
}

/** How many went this way; null when the facts do not say. */
function flow(edge, numbers) {
  if (edge.from === "(trigger)") {
    return numbers.entered;
  }
  const step = numbers.steps[edge.from];
  if (!step) {
    return null;
  }
  return edge.arm ? (step.arms[edge.arm] ?? 0) : step.waiting < 0 ? null : step.reached - step.waiting;
}

function Way({ edge, count, share }) {
  const seen = useRef(count);
  const grew = count !== null && count > seen.current;
  useEffect(() => {
    seen.current = count;
  }, [count]);
  return html`
    <path class=${count ? "way" : "way unused"} d=${edge.path} stroke-width=${1.5 + 3 * Math.min(1, share)} marker-end="url(#arrow)" />
    ${grew || count
      ? html`<circle key=${count} class=${grew ? "traveller" : "traveller still"} r="4" style=${{ offsetPath: `path("${edge.path}")` }} />`
      : null}
  `;
}

function WayLabel({ edge, count }) {
  return html`
    <span class="way-label" style=${{ left: `${edge.labelX}px`, top: `${edge.labelY}px` }} title=${edge.label}>
      ${shortened(edge.label)}
      <b>${count === null ? "–" : html`<${AnimatedNumber} value=${count} format=${short} />`}</b>
    </span>
  `;
}
