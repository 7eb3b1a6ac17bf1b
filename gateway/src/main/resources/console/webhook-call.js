import { html } from "./html.js";

const TOKENS = /("(?:[^"\\]|\\.)*"(?=\s*:)|"(?:[^"\\]|\\.)*"|\btrue\b|\bfalse\b|\bnull\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;

function indented(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function coloured(json) {
  let end = 0;
  const parts = [];
  for (const match of json.matchAll(TOKENS)) {
    const isName = match[0].startsWith('"') && json.slice(match.index + match[0].length).trimStart().startsWith(":");
    const kind = isName ? "json-name" : match[0].startsWith('"') ? "json-text" : "json-value";
    parts.push(json.slice(end, match.index), html`<span class=${kind}>${match[0]}</span>`);
    end = match.index + match[0].length;
  }
  return [...parts, json.slice(end)];
}

/** The call that a webhook makes. */
export function WebhookCall({ message }) {
  const headers = Object.entries(message.headers);
  return html`
    <div class="webhook-call">
      <p class="webhook-line"><b>POST</b> <code>${message.to}</code></p>
      ${headers.length > 0
        ? html`<dl class="webhook-headers">${headers.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
        : null}
      <pre>${coloured(indented(message.text))}</pre>
    </div>
  `;
}
