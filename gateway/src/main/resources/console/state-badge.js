import { html } from "./html.js";
import { spoken } from "./format.js";

export const StateBadge = ({ state }) => html`<span class="badge ${state}">${spoken(state)}</span>`;
