package dev.sendero.cli.explain;

import dev.sendero.api.fact.Fact;
import dev.sendero.core.policy.Holdouts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a journey decided, in words. */
final class DecisionWords {

    private DecisionWords() {}

    /** Empty for a fact that others say better. */
    static Optional<Note> note(Fact fact, Background background) {
        return sentence(fact, background)
                .map(text -> new Note(
                        Note.Kind.DECISION, fact.journey().value(), fact.key(), text, details(fact, background)));
    }

    private static Optional<String> sentence(Fact fact, Background background) {
        return switch (fact.type()) {
            case ENTERED -> Optional.of("enters");
            case HELD_OUT ->
                Optional.of("is held out"
                        + (fact.reason().equals(Holdouts.GLOBAL) ? " of all journeys" : "")
                        + ": belongs to the share that gets nothing, so that the effect can be measured");
            case STEP -> step(fact, background);
            case MESSAGE_REQUESTED ->
                Optional.of("sends " + fact.arm() + " '" + fact.step() + "'" + said(fact, background));
            case MESSAGE_SKIPPED ->
                Optional.of("does not send " + fact.arm() + " '" + fact.step() + "': "
                        + ReasonWords.ofMessage(fact.reason(), fact.arm(), background.group(fact)));
            case MESSAGE_CANCELLED ->
                Optional.of("cancels " + fact.arm() + " '" + fact.step() + "': "
                        + ReasonWords.ofMessage(fact.reason(), fact.arm(), background.group(fact)));
            case CONVERTED ->
                Optional.of("converts"
                        + (fact.value().isStated()
                                ? ", worth " + fact.value().amount().toPlainString() + " "
                                        + fact.value().currency()
                                : ""));
            case EXITED -> Optional.of("leaves: " + ReasonWords.of(fact.reason()));
            case COMPLETED -> Optional.of("has gone through all steps");
            case NOT_ENTERED -> Optional.of("does not enter: " + background.refusal(fact));
            case MIGRATED, NOT_MIGRATED, PUBLISHED, TRAIT_NEW -> Optional.empty();
            case BOUND_REACHED ->
                Optional.of("lost something: more " + fact.reason() + " than may be kept of one customer");
        };
    }

    private static String said(Fact fact, Background background) {
        String to = background.recipient(fact);
        return (to.isEmpty() ? "" : " to " + to)
                + background.said(fact).map(text -> ": " + text).orElse("");
    }

    /** A step with one way says nothing here: what it sends, sets or waits for is said by itself. */
    private static Optional<String> step(Fact fact, Background background) {
        if (fact.arm().isEmpty()) {
            return Optional.empty();
        }
        String way =
                switch (background.choice(fact)) {
                    case CHANCE -> "drawn into '" + fact.arm() + "'";
                    case WHAT_COMES_FIRST -> fact.arm().equals("timeout") ? "the time is over" : fact.arm();
                    case CONDITIONS -> fact.arm().equals("otherwise") ? otherwise(fact, background) : fact.arm();
                    case NONE -> fact.arm();
                };
        return Optional.of("at '" + fact.step() + "': " + way);
    }

    private static String otherwise(Fact fact, Background background) {
        List<String> why = background.failures(fact);
        return "otherwise" + (why.isEmpty() ? "" : ", as " + String.join("; ", why));
    }

    private static Map<String, Object> details(Fact fact, Background background) {
        var details = new LinkedHashMap<String, Object>();
        details.put("type", fact.type().wireName());
        put(details, "run", fact.run().value());
        put(details, "step", fact.step());
        put(details, "arm", fact.arm());
        put(details, "reason", fact.reason());
        if (fact.value().isStated()) {
            details.put("value", fact.value().amount());
            put(details, "currency", fact.value().currency());
        }
        put(details, "message", background.messageId(fact));
        return details;
    }

    private static void put(Map<String, Object> details, String name, String text) {
        if (!text.isEmpty()) {
            details.put(name, text);
        }
    }
}
