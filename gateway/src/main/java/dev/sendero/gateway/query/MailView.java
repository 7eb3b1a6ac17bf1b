package dev.sendero.gateway.query;

import dev.sendero.api.message.Rendered;
import dev.sendero.store.mailbox.MailboxEntry;
import java.time.Instant;
import java.util.Map;

/**
 * A message of the mailbox as the console shows it. What a channel does not have is empty.
 *
 * @param number the order of arrival
 * @param hasHtml whether there is an HTML body to be shown apart
 */
public record MailView(
        long number,
        String id,
        String channel,
        String journey,
        String step,
        String customer,
        String group,
        Instant at,
        String to,
        String from,
        String subject,
        String preheader,
        String text,
        boolean hasHtml,
        Map<String, String> headers) {

    private static final int EXCERPT_CHARACTERS = 240;

    static MailView of(MailboxEntry entry) {
        Rendered content = entry.content();
        if (content instanceof Rendered.Email email) {
            return of(entry, email.from(), email.subject(), email.preheader(), email.text(), true, Map.of());
        } else if (content instanceof Rendered.Sms sms) {
            return of(entry, "", "", "", sms.text(), false, Map.of());
        } else if (content instanceof Rendered.Slack slack) {
            return of(entry, "", "", "", slack.shownText(), false, Map.of());
        }
        if (content instanceof Rendered.Push push) {
            return of(entry, "", push.title(), push.link(), push.text(), false, Map.of());
        } else if (content instanceof Rendered.Crm crm) {
            return of(entry, "", crm.object(), "", crm.shownText(), false, Map.of());
        }
        var webhook = (Rendered.Webhook) content;
        return of(entry, "", "", "", webhook.body(), false, webhook.headers());
    }

    /** For a list: with the beginning of the text only. */
    static MailView excerptOf(MailboxEntry entry) {
        MailView whole = of(entry);
        String text = whole.text().length() <= EXCERPT_CHARACTERS
                ? whole.text()
                : whole.text().substring(0, EXCERPT_CHARACTERS);
        return of(entry, whole.from(), whole.subject(), whole.preheader(), text, whole.hasHtml(), Map.of());
    }

    private static MailView of(
            MailboxEntry entry,
            String from,
            String subject,
            String preheader,
            String text,
            boolean hasHtml,
            Map<String, String> headers) {
        return new MailView(
                entry.number(),
                entry.id().value(),
                entry.content().channel().wireName(),
                entry.journey().value(),
                entry.step().value(),
                entry.customer().value(),
                entry.group(),
                entry.at(),
                entry.content().to(),
                from,
                subject,
                preheader,
                text,
                hasHtml,
                headers);
    }
}
