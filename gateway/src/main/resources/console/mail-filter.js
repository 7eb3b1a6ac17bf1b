import { useEffect, useState } from "preact/hooks";
import { html } from "./html.js";
import { CHANNELS } from "./channels.js";
import { Icon } from "./icons.js";

const PAUSE_AFTER_TYPING = 200;

export function MailFilter({ channel, onChannel, search, onSearch }) {
  const [typed, setTyped] = useState(search);
  useEffect(() => {
    const timer = setTimeout(() => onSearch(typed.trim()), PAUSE_AFTER_TYPING);
    return () => clearTimeout(timer);
  }, [typed]);
  const choice = (name, title) => html`
    <button type="button" aria-pressed=${channel === name} onClick=${() => onChannel(name)}>${title}</button>
  `;
  return html`
    <div class="mail-filter" role="search">
      <label class="search">
        <${Icon} name="SEARCH" size=${16} />
        <input
          type="search"
          placeholder="Search people, subjects, texts"
          aria-label="Search messages"
          maxlength="200"
          value=${typed}
          onInput=${(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <div class="segments" role="group" aria-label="Channel">
        ${choice("", "All")} ${CHANNELS.map(({ name, title }) => choice(name, title))}
      </div>
    </div>
  `;
}
