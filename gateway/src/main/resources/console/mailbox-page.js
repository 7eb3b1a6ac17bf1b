import { useEffect, useState } from "preact/hooks";
import { html } from "./html.js";
import { EmptyState } from "./empty-state.js";
import { MailFilter } from "./mail-filter.js";
import { MailList } from "./mail-list.js";
import { MailView } from "./mail-view.js";
import { useFetched } from "./fetched.js";
import { useLive } from "./live.js";
import { useMails } from "./mails.js";

/** All messages on the left, the selected one as its recipient sees it. */
export function MailboxPage({ selected }) {
  const { mailboxSize, now } = useLive();
  const [channel, setChannel] = useState("");
  const [search, setSearch] = useState("");
  const mails = useMails(channel, search, mailboxSize);
  const chosen = selected || mails.messages[0]?.id || "";
  const message = useFetched(chosen ? `/api/mailbox/${encodeURIComponent(chosen)}` : null, chosen);

  useEffect(() => {
    document.title = "Mailbox · Sendero";
  }, []);

  const nothingYet = mails.loaded && mails.messages.length === 0 && !channel && !search;
  return html`
    <div class="mailbox">
      <section class="mail-column" aria-label="Messages">
        <${MailFilter} channel=${channel} onChannel=${setChannel} search=${search} onSearch=${setSearch} />
        <${MailList}
          mails=${mails}
          selected=${chosen}
          now=${now ?? mails.now}
          nothingFits=${mails.loaded && mails.messages.length === 0 && !nothingYet}
        />
      </section>
      <section class="mail-stage" aria-label="Message" aria-live="polite">
        ${message.value
          ? html`<${MailView} key=${message.value.id} message=${message.value} now=${now ?? mails.now} />`
          : nothingYet
            ? html`<${EmptyState} icon="EMAIL" title="No message yet">
                Every message that a journey sends lands here, whatever its channel, until <code>sendero.yaml</code> names
                a provider. Post an event to <code>/v1/track</code> that starts a journey, and watch.
              <//>`
            : message.failed
              ? html`<${EmptyState} icon="SEARCH" title="This message is not here">Choose another one from the list.<//>`
              : null}
      </section>
    </div>
  `;
}
