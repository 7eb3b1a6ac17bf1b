package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;

import dev.sendero.rules.language.Value.Single;

/** What may be said of every channel in {@code sendero.yaml}. */
final class EveryChannel {

    static final Key RATE =
            optional("rate", Single.TEXT, "How often its provider is called at most, such as 10/s or 190/10s.");

    private EveryChannel() {}
}
