import { html } from "./html.js";
import { Icon } from "./icons.js";

/** What is wrong with the files as saved last, each with its line and a way out. */
export function ProblemBanner({ problems, running }) {
  if (problems.length === 0) {
    return null;
  }
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const title =
    errors > 0
      ? `${errors === 1 ? "1 problem" : `${errors} problems`} in the files you saved`
      : `${problems.length === 1 ? "1 warning" : `${problems.length} warnings`} in your files`;
  return html`
    <section class=${errors > 0 ? "problems" : "problems mild"} role="alert" aria-label="Problems in your files">
      <header>
        <${Icon} name="ALERT" size=${20} />
        <strong>${title}</strong>
        ${errors > 0 && running > 0 ? html`<span>The version before keeps running.</span>` : null}
      </header>
      <ol>
        ${problems.map((problem) => html`<li><${ProblemText} problem=${problem} /></li>`)}
      </ol>
    </section>
  `;
}

function ProblemText({ problem }) {
  const { file, line, column, length, severity, code, message, sourceLine, hint } = problem;
  const letters = [...sourceLine];
  const before = letters.slice(0, column - 1).join("");
  const marked = letters.slice(column - 1, column - 1 + length).join("");
  const after = letters.slice(column - 1 + length).join("");
  return html`
    <p><code class="place">${file}:${line}:${column}</code> ${message} <span class="code">${severity}[${code}]</span></p>
    ${sourceLine
      ? html`<pre><span class="line-number">${line}</span>${before}<mark>${marked || " "}</mark>${after}${"\n"}<span class="line-number"> </span>${" ".repeat(before.length)}<b class="caret">${"^".repeat(Math.max(1, length))}</b></pre>`
      : null}
    ${hint ? html`<p class="hint">Hint: ${hint}</p>` : null}
  `;
}
