package dev.sendero.cli.journeytest;

import dev.sendero.api.message.Message;
import dev.sendero.api.message.Rendered;

/** A message of a test, as the customer would see it. */
record SentMessage(Message message, Rendered rendered) {

    String subject() {
        if (rendered instanceof Rendered.Push push) {
            return push.title();
        }
        return rendered instanceof Rendered.Email email ? email.subject() : "";
    }

    /** All that a test may look for in the message's text. */
    String text() {
        return rendered.shownText();
    }
}
