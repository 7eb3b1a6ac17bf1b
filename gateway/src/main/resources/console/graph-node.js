import { html } from "./html.js";
import { AnimatedNumber } from "./animated-number.js";
import { Icon } from "./icons.js";
import { short } from "./format.js";

const KINDS = {
  TRIGGER: "Trigger",
  EMAIL: "E-mail",
  SMS: "SMS",
  PUSH: "Push",
  SLACK: "Slack",
  CRM: "CRM",
  WEBHOOK: "Webhook",
  FIRST_REACHABLE: "First reachable",
  DELAY: "Delay",
  WAIT_UNTIL: "Wait",
  BRANCH: "Branch",
  RANDOM_SPLIT: "Random split",
  SET: "Set",
  START: "Start",
  EXIT: "Exit",
  END: "End",
};

const spokenFor = (title, reached, step) =>
  [title, `${reached} came here`, step?.waiting > 0 && `${step.waiting} are here now`].filter(Boolean).join(", ");

/** One step, with those who came to it and those who rest there now. */
export function GraphNode({ node, numbers }) {
  const step = numbers.steps[node.id];
  const reached = node.kind === "TRIGGER" ? numbers.entered : node.kind === "END" ? numbers.completed : (step?.reached ?? 0);
  const place = { left: `${node.left}px`, top: `${node.top}px`, width: `${node.width}px`, height: `${node.height}px` };
  const title = [KINDS[node.kind], node.title, node.detail].filter(Boolean).join(" · ");
  return html`
    <li class="node ${node.kind.toLowerCase().replace("_", "-")}" style=${place} title=${title} aria-label=${spokenFor(title, reached, step)} tabindex="0">
      <span class="node-icon"><${Icon} name=${node.kind} /></span>
      <span class="node-words">
        <strong>${node.title}</strong>
        <small>${node.detail || KINDS[node.kind]}</small>
      </span>
      <span class="node-count"><${AnimatedNumber} value=${reached} format=${short} /></span>
      ${step?.waiting > 0
        ? html`<span class="node-waiting"><${Icon} name="PEOPLE" size=${13} /><${AnimatedNumber} value=${step.waiting} format=${short} /> here</span>`
        : null}
      ${step?.skipped > 0 ? html`<span class="node-skipped">${short(step.skipped)} not sent</span>` : null}
    </li>
  `;
}
