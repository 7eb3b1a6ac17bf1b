package dev.sendero.cli.preview;

import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import java.util.Map;

/**
 * A message in one locale.
 *
 * @param locale empty for the one that everybody gets who has no other
 */
record Variant(String locale, Content content) {

    /** Whether a journey's step says the same, to whomever. */
    boolean isSaidBy(Content other) {
        return toNobody(content).equals(toNobody(other));
    }

    /** What is said, with query parameters in the links of a mail that has none of its own. */
    Content withLinks(Map<String, String> links) {
        if (content instanceof Content.Email email && email.links().isEmpty()) {
            return new Content.Email(
                    email.to(),
                    email.from(),
                    email.subject(),
                    email.preheader(),
                    email.format(),
                    email.body(),
                    email.partials(),
                    email.locales(),
                    links);
        }
        return content;
    }

    private static ContentId toNobody(Content content) {
        if (content instanceof Content.Email email) {
            return new Content.Email(
                            "",
                            email.from(),
                            email.subject(),
                            email.preheader(),
                            email.format(),
                            email.body(),
                            email.partials())
                    .id();
        }
        return content instanceof Content.Sms sms ? new Content.Sms("", sms.text()).id() : content.id();
    }
}
