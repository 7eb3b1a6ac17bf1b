import { html } from "./html.js";

const TOKENS = /("(?:[^"\\]|\\.)*"(?=\s*:)|"(?:[^"\\]|\\.)*"|\btrue\b|\bfalse\b|\bnull\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;

function indented(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
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

/** JSON with line breaks and colours; as it is when it is none. */
export const JsonText = ({ json }) => html`<pre>${coloured(indented(json))}</pre>`;
