package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;

import dev.sendero.rules.language.Value.Single;

/** What may be said of channels alike in {@code sendero.yaml}. */
final class EveryChannel {

    static final Key RATE =
            optional("rate", Single.TEXT, "How often its provider is called at most, such as 10/s or 190/10s.");

    /** Of channels whose providers do not recognise a message that is sent again. */
    static final Key ON_DOUBT = optional(
            "on_doubt",
            Value.words("hold", "resend"),
            "Whether a message that may have been sent is held or sent again (default hold).");

    private EveryChannel() {}
}
