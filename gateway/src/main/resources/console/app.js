import { render } from "preact";
import { html } from "./html.js";
import { Header } from "./header.js";
import { JourneysPage } from "./journeys-page.js";
import { MailboxPage } from "./mailbox-page.js";
import { useRoute } from "./route.js";

function App() {
  const { page, selected } = useRoute();
  return html`
    <a class="skip" href="#main">Skip to the content</a>
    <${Header} page=${page} />
    <main id="main">
      ${page === "mailbox"
        ? html`<${MailboxPage} selected=${selected} />`
        : html`<${JourneysPage} selected=${selected} />`}
    </main>
  `;
}

const root = document.getElementById("app");
root.replaceChildren();
render(html`<${App} />`, root);
