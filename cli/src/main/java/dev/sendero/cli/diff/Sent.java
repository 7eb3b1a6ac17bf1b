package dev.sendero.cli.diff;

import dev.sendero.api.message.Message;
import dev.sendero.api.message.Rendered;
import java.util.Optional;

/**
 * A message that one of the versions would have sent.
 *
 * @param rendered empty when it could not be rendered
 */
record Sent(Message message, Optional<Rendered> rendered) {

    /** The subject of an e-mail, the text of others. */
    String said() {
        return rendered.map(Sent::said).orElse("");
    }

    private static String said(Rendered rendered) {
        if (rendered instanceof Rendered.Email email) {
            return email.subject();
        }
        if (rendered instanceof Rendered.Sms sms) {
            return sms.text();
        }
        if (rendered instanceof Rendered.Slack slack) {
            return slack.shownText();
        }
        return rendered instanceof Rendered.Webhook webhook ? webhook.body() : "";
    }
}
