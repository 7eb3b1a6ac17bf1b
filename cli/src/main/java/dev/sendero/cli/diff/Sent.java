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
        return rendered.map(known -> known instanceof Rendered.Email email ? email.subject() : known.shownText())
                .orElse("");
    }
}
