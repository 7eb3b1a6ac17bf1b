import { html } from "./html.js";
import { JsonText } from "./json-text.js";

/** What changes in a record of the CRM. */
export const CrmChange = ({ message }) => html`
  <div class="webhook-call">
    <p class="webhook-line"><b>${message.subject}</b> <code>${message.to}</code></p>
    <${JsonText} json=${message.text} />
  </div>
`;
