import { useState } from "preact/hooks";
import { html } from "./html.js";

/** Where Gmail cuts a mail off and offers "view entire message". */
const CLIPPED_BEYOND = 102 * 1024;

/** More of them are shown only to who asks. */
const LINKS_AT_ONCE = 6;

/** An e-mail at both widths, light and dark. */
export function PreviewedMail({ message, sample, edition }) {
  return html`
    <dl class="preview-facts">
      <div><dt>From</dt><dd>${message.from}</dd></div>
      <div><dt>To</dt><dd>${message.to}</dd></div>
      <div><dt>Subject</dt><dd>${message.subject || "(no subject)"}${lengthNote(message.subject)}</dd></div>
      <div><dt>Preheader</dt><dd>${message.preheader || "(none: mail programs show the first words of the mail)"}</dd></div>
      <div><dt>Size</dt><dd>${sizeNote(message.bytes)}</dd></div>
      <div><dt>Links</dt><dd><${Links} links=${message.links} /></dd></div>
    </dl>
    ${["light", "dark"].map(
      (scheme) => html`
        <div class="preview-row ${scheme}">
          <${Shown} message=${message} sample=${sample} edition=${edition} scheme=${scheme} width="desktop" />
          <${Shown} message=${message} sample=${sample} edition=${edition} scheme=${scheme} width="phone" />
        </div>
      `,
    )}
    <details class="alternative"><summary>Text alternative</summary><pre>${message.text}</pre></details>
  `;
}

/** Where the links of the mail that leaves will lead. */
function Links({ links }) {
  if (links.length === 0) {
    return "(none)";
  }
  const list = html`<ul class="preview-links">${links.map((link) => html`<li>${link}</li>`)}</ul>`;
  return links.length > LINKS_AT_ONCE ? html`<details><summary>${links.length} links, as they are sent</summary>${list}</details>` : list;
}

function Shown({ message, sample, edition, scheme, width }) {
  const [height, setHeight] = useState(0);
  const darkened = scheme === "dark" && !message.knowsDark;
  const source = `/preview/html?sample=${sample}&locale=${encodeURIComponent(message.locale)}&scheme=${scheme}&edition=${edition}`;
  const loaded = (event) => setHeight(event.target.contentDocument?.documentElement.scrollHeight ?? 0);
  return html`
    <figure class="preview-device ${width} ${scheme}">
      <figcaption>
        ${width === "phone" ? "Phone, 375 px" : "Desktop, 640 px"}, ${scheme}
        ${darkened ? html`<span class="quiet"> (the mail has no dark colours: as programs that darken by themselves may show it)</span>` : null}
      </figcaption>
      <div class="preview-screen">
        <div class="preview-inbox">
          <span class="avatar" aria-hidden="true">${initial(message.from)}</span>
          <p>
            <strong>${nameIn(message.from)}</strong><br />
            <span class="preview-subject">${message.subject}</span><br />
            <span class="preview-preheader">${message.preheader}</span>
          </p>
        </div>
        <iframe
          class=${darkened ? "darkened" : ""}
          title=${`The mail, ${width}, ${scheme}`}
          sandbox="allow-same-origin"
          referrerpolicy="no-referrer"
          style=${{ height: height ? `${height}px` : undefined }}
          src=${source}
          onLoad=${loaded}
        ></iframe>
      </div>
    </figure>
  `;
}

const lengthNote = (subject) =>
  subject.length > 45 ? html` <span class="quiet">(${subject.length} characters; phones show about 40)</span>` : null;

const sizeNote = (bytes) => {
  const size = `${Math.max(1, Math.round(bytes / 1024))} kB`;
  return bytes > CLIPPED_BEYOND ? html`<strong class="preview-warning">${size}: Gmail cuts it off behind 102 kB</strong>` : size;
};

const nameIn = (from) => from.replace(/<[^>]*>/, "").replaceAll('"', "").trim() || from;
const initial = (from) => (nameIn(from).match(/\p{L}/u)?.[0] ?? "•").toUpperCase();
