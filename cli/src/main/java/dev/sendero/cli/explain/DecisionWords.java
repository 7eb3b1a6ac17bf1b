package dev.sendero.cli.explain;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Message;
import dev.sendero.core.policy.Holdouts;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.failure.FirstFailure;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one journey decided, in words. */
final class DecisionWords {

    private final Journey journey;
    private final Refusals refusals;
    private final MessageText messages;

    DecisionWords(Journey journey, Refusals refusals, MessageText messages) {
        this.journey = journey;
        this.refusals = refusals;
        this.messages = messages;
    }

    /**
     * Empty for a fact that others say better.
     *
     * @param earlier what the journey decided before about this customer
     */
    Optional<Note> note(Fact fact, List<Fact> earlier, Change change) {
        return sentence(fact, earlier, change)
                .map(text ->
                        new Note(Note.Kind.DECISION, journey.id().value(), fact.key(), text, details(fact, change)));
    }

    private Optional<String> sentence(Fact fact, List<Fact> earlier, Change change) {
        return switch (fact.type()) {
            case ENTERED -> Optional.of("enters");
            case HELD_OUT ->
                Optional.of("is held out"
                        + (fact.reason().equals(Holdouts.GLOBAL) ? " of all journeys" : "")
                        + ": belongs to the share that gets nothing, so that the effect can be measured");
            case STEP -> step(fact, change);
            case MESSAGE_REQUESTED ->
                Optional.of("sends " + fact.arm() + " '" + fact.step() + "'"
                        + change.messageOf(fact).map(this::said).orElse(""));
            case MESSAGE_SKIPPED ->
                Optional.of("does not send " + fact.arm() + " '" + fact.step() + "': " + whySkipped(fact));
            case MESSAGE_CANCELLED ->
                Optional.of("cancels " + fact.arm() + " '" + fact.step() + "': " + ReasonWords.of(fact.reason()));
            case CONVERTED ->
                Optional.of("converts"
                        + (fact.value().isStated()
                                ? ", worth " + fact.value().amount().toPlainString() + " "
                                        + fact.value().currency()
                                : ""));
            case EXITED -> Optional.of("leaves: " + ReasonWords.of(fact.reason()));
            case COMPLETED -> Optional.of("has gone through all steps");
            case NOT_ENTERED ->
                Optional.of(
                        "does not enter: " + refusals.of(fact, earlier, change).text());
            case MIGRATED, NOT_MIGRATED, PUBLISHED, TRAIT_NEW -> Optional.empty();
            case BOUND_REACHED ->
                Optional.of("lost something: more " + fact.reason() + " than may be kept of one customer");
        };
    }

    private String said(Message message) {
        String to = message.to().isEmpty() ? "" : " to " + message.to();
        return to + messages.of(message).map(text -> ": " + text).orElse("");
    }

    private String whySkipped(Fact fact) {
        String group = stepOf(fact).stream()
                .flatMap(step -> step.sends().stream())
                .filter(send -> send.channel().wireName().equals(fact.arm()))
                .map(Step.Send::group)
                .findFirst()
                .orElse("");
        return ReasonWords.ofMessage(fact.reason(), fact.arm(), group);
    }

    private Optional<Step> stepOf(Fact fact) {
        return journey.allSteps().stream()
                .filter(step -> step.id().value().equals(fact.step()))
                .findFirst();
    }

    /** A step with one way says nothing here: what it sends, sets or waits for is said by itself. */
    private Optional<String> step(Fact fact, Change change) {
        if (fact.arm().isEmpty()) {
            return Optional.empty();
        }
        Optional<Step> step = stepOf(fact);
        String at = "at '" + fact.step() + "': ";
        if (step.filter(Step.RandomSplit.class::isInstance).isPresent()) {
            return Optional.of(at + "drawn into '" + fact.arm() + "'");
        }
        if (step.filter(Step.WaitUntil.class::isInstance).isPresent()) {
            return Optional.of(at + (fact.arm().equals("timeout") ? "the time is over" : fact.arm()));
        }
        if (step.isPresent() && step.get() instanceof Step.Branch branch) {
            return Optional.of(at + (fact.arm().equals("otherwise") ? otherwise(branch, fact, change) : fact.arm()));
        }
        return Optional.of(at + fact.arm());
    }

    private String otherwise(Step.Branch branch, Fact fact, Change change) {
        Scope scope = change.moment().scopeIn(KnownRun.of(journey, fact, change));
        List<String> why = branch.arms().stream()
                .flatMap(arm -> FirstFailure.of(arm.when(), scope).stream())
                .map(FirstFailure::words)
                .toList();
        return "otherwise" + (why.isEmpty() ? "" : ", as " + String.join("; ", why));
    }

    private static Map<String, Object> details(Fact fact, Change change) {
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
        change.messageOf(fact)
                .ifPresent(message -> put(details, "message", message.id().value()));
        return details;
    }

    private static void put(Map<String, Object> details, String name, String text) {
        if (!text.isEmpty()) {
            details.put(name, text);
        }
    }
}
