package dev.sendero.cli.preview;

import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;

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
