import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { html } from "./html.js";
import { useFetched } from "./fetched.js";
import { PreviewedMessage } from "./preview-message.js";
import { SendForm } from "./preview-send.js";

/** Grows with every save, and when the connection is there again. */
function useEdition() {
  const [edition, setEdition] = useState(0);
  useEffect(() => {
    const next = () => setEdition((before) => before + 1);
    const source = new EventSource("/api/preview/live");
    source.addEventListener("changed", next);
    let lost = false;
    source.onerror = () => {
      lost = true;
    };
    source.onopen = () => {
      if (lost) {
        lost = false;
        next();
      }
    };
    return () => source.close();
  }, []);
  return edition;
}

function Problems({ problems }) {
  if (problems.length === 0) {
    return null;
  }
  return html`
    <section class="preview-problems" role="alert">
      <h2>The files have problems${" "}<span class="quiet">what is shown below is the last save without</span></h2>
      ${problems.map((problem) => html`<pre>${problem}</pre>`)}
    </section>
  `;
}

function Samples({ view, choose }) {
  return html`
    <label class="preview-sample">
      <span class="quiet">Values of</span>
      <select value=${view.sample} onChange=${(event) => choose(Number(event.target.value))}>
        ${view.samples.map((sample, index) => html`<option value=${index} selected=${index === view.sample}>${sample}</option>`)}
      </select>
    </label>
  `;
}

function Locales({ messages, locale, choose }) {
  if (messages.length < 2) {
    return null;
  }
  const names = ["all", ...messages.map((message) => message.locale)];
  return html`
    <div class="segments" role="group" aria-label="Locale">
      ${names.map(
        (name) => html`
          <button type="button" aria-pressed=${name === locale} onClick=${() => choose(name)}>
            ${name === "all" ? "All locales" : name || "fallback"}
          </button>
        `,
      )}
    </div>
  `;
}

function App() {
  const edition = useEdition();
  const [sample, setSample] = useState(0);
  const [locale, setLocale] = useState("all");
  const { value: view, failed } = useFetched(`/api/preview?sample=${sample}`, edition);
  if (!view) {
    return html`<p class="starting">${failed ? "Sendero does not answer. Is the command still running?" : "Rendering…"}</p>`;
  }
  document.title = `${view.template} · Sendero`;
  const known = view.messages.some((message) => message.locale === locale);
  const shown = known ? view.messages.filter((message) => message.locale === locale) : view.messages;
  return html`
    <header class="preview-head">
      <div>
        <p class="quiet">${view.project}</p>
        <h1>${view.template}</h1>
      </div>
      <${Samples} view=${view} choose=${setSample} />
      <${Locales} messages=${view.messages} locale=${known ? locale : "all"} choose=${setLocale} />
      <${SendForm} view=${view} locale=${known ? locale : (view.messages[0]?.locale ?? "")} />
    </header>
    <main>
      <${Problems} problems=${view.problems} />
      ${shown.map(
        (message) => html`
          <${PreviewedMessage}
            key=${message.locale}
            message=${message}
            sample=${view.sample}
            edition=${edition}
            titled=${view.messages.length > 1}
          />
        `,
      )}
    </main>
  `;
}

const root = document.getElementById("app");
root.replaceChildren();
render(html`<${App} />`, root);
