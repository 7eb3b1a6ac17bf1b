import { html } from "./html.js";
import { AnimatedNumber } from "./animated-number.js";
import { money, number, percent } from "./format.js";

/** The numbers that count most, from entry to money. */
export function JourneyTiles({ numbers, currency }) {
  const tile = (label, value, note, format = number) => html`
    <div class="tile">
      <dt>${label}</dt>
      <dd>
        <${AnimatedNumber} value=${value} format=${format} />
        <small>${note}</small>
      </dd>
    </div>
  `;
  const value = Number(numbers.value);
  return html`
    <dl class="tiles">
      ${tile("Entered", numbers.entered, numbers.heldOut > 0 ? `${number(numbers.heldOut)} held out` : "customers' runs")}
      ${tile("On their way", numbers.inside, "inside right now")}
      ${tile("Messages", numbers.messages, `${number(sum(numbers.skipped))} not sent`)}
      ${tile("Converted", numbers.converted, `${percent(numbers.converted, numbers.entered)} of those who entered`)}
      ${tile(
        "Value",
        value,
        numbers.converted > 0 ? `${money(value / numbers.converted, currency)} each` : "of conversions",
        (each) => money(each, currency),
      )}
    </dl>
  `;
}

const sum = (byReason) => Object.values(byReason).reduce((all, each) => all + each, 0);
