import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "./html.js";
import { clockTime, day, number, timeOfDay } from "./format.js";

const SERIES = [
  ["Entered", "entered", "--series-entered"],
  ["Messages", "messages", "--series-messages"],
  ["Converted", "converted", "--series-converted"],
];
const HEIGHT = 200;
const dark = matchMedia("(prefers-color-scheme: dark)");

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The time of day; at midnight, the day. */
function moment(seconds) {
  const time = seconds * 1000;
  return seconds % 86_400 === 0 ? day(time) : timeOfDay(time);
}

function options(width, onCursor) {
  const axis = { stroke: colour("--quiet"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false }, font: "11px system-ui, sans-serif" };
  return {
    width,
    height: HEIGHT,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
    padding: [12, 22, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { size: 7 } },
    scales: { y: { range: (plot, low, high) => [0, Math.max(4, high * 1.1)] } },
    axes: [{ ...axis, gap: 6, size: 30, values: (plot, ticks) => ticks.map(moment) }, { ...axis, size: 44, values: (plot, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? number(tick) : "")) }],
    series: [
      {},
      ...SERIES.map(([label, , name], at) => ({
        label,
        stroke: colour(name),
        width: 2,
        fill: at === 0 ? `${colour(name)}22` : undefined,
        points: { show: false },
        paths: uPlot.paths.spline(),
      })),
    ],
    hooks: { setCursor: [(plot) => onCursor(plot.cursor.idx)] },
  };
}

/** Three courses over event time; under the pointer, the numbers of that moment. */
export function TrendChart({ trend }) {
  const place = useRef(null);
  const plot = useRef(null);
  const [pointed, setPointed] = useState(null);
  const data = trend ? [trend.times, trend.entered, trend.messages, trend.converted] : null;

  useEffect(() => {
    if (!data) {
      return undefined;
    }
    const draw = () => {
      plot.current?.destroy();
      plot.current = new uPlot(options(place.current.clientWidth, setPointed), data, place.current);
    };
    draw();
    const resized = new ResizeObserver(() => plot.current?.setSize({ width: place.current.clientWidth, height: HEIGHT }));
    resized.observe(place.current);
    dark.addEventListener("change", draw);
    return () => {
      resized.disconnect();
      dark.removeEventListener("change", draw);
      plot.current?.destroy();
      plot.current = null;
    };
  }, [trend?.bucketSeconds]);

  useEffect(() => {
    if (data) {
      plot.current?.setData(data);
    }
  }, [trend]);

  const at = pointed ?? null;
  const total = (values) => values.reduce((all, each) => all + each, 0);
  return html`
    <div class="chart" ref=${place} role="img" aria-label="Entered, messages and converted over time"></div>
    <p class="chart-legend">
      ${SERIES.map(
        ([label, key, name]) => html`
          <span><i class=${name.slice(2)}></i>${label} <b>${trend ? number(at === null ? total(trend[key]) : trend[key][at]) : "–"}</b></span>
        `,
      )}
      <span class="chart-moment">${trend && at !== null ? clockTime(trend.times[at] * 1000) : "in all of this time"}</span>
    </p>
  `;
}
