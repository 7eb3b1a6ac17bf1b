package dev.sendero.engine.cep;

import dev.sendero.rules.journey.Trigger;

/** The pattern of an inactivity as Java source. */
final class InactivitySource {

    private static final String ANY = "(event, before) -> true /* no receipts of our own messages */";

    private InactivitySource() {}

    /** What follows {@code begin(}, without the last parenthesis. */
    static String of(Trigger.Inactive inactive) {
        return """
                "last", AfterMatchSkipStrategy.noSkip())
                                .where(when(%s))
                                .notFollowedBy("another")
                                .where(when(%s))
                                .within(%s.plusMillis(1)""".formatted(test(inactive, false), test(inactive, true), JavaText.duration(inactive.lasting()));
    }

    private static String test(Trigger.Inactive inactive, boolean cancels) {
        return inactive.events().isEmpty() ? ANY : "(event, before) -> " + MatchSource.of(inactive.events(), cancels);
    }
}
