package dev.sendero.cli.journeytest;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import java.util.List;

/** Tells what a journey did, line by line. */
final class Story {

    private Story() {}

    static List<String> of(List<Fact> facts, TestCalendar calendar) {
        if (facts.isEmpty()) {
            return List.of("nothing: the situation that starts the journey did not come about");
        }
        return facts.stream()
                .filter(fact -> fact.type() != FactType.PUBLISHED)
                .map(fact -> calendar.timeOf(fact.at()) + "  " + sentence(fact) + whose(fact))
                .toList();
    }

    private static String whose(Fact fact) {
        return fact.customer().equals(TestCustomer.DEVICE.value()) ? " (the device, before the login)" : "";
    }

    private static String sentence(Fact fact) {
        return switch (fact.type()) {
            case ENTERED -> "entered" + (fact.key().isEmpty() ? "" : " for " + fact.key());
            case HELD_OUT -> "held out" + (fact.reason().isEmpty() ? "" : " of all journeys");
            case STEP ->
                "step " + fact.step()
                        + (fact.arm().isEmpty() ? "" : ": " + fact.arm())
                        + (fact.reason().isEmpty() ? "" : " (" + fact.reason() + ")");
            case MESSAGE_REQUESTED -> fact.arm() + " " + fact.step() + " requested";
            case MESSAGE_SKIPPED -> fact.arm() + " " + fact.step() + " skipped: " + fact.reason();
            case MESSAGE_CANCELLED -> fact.arm() + " " + fact.step() + " cancelled: " + fact.reason();
            case CONVERTED ->
                "converted"
                        + (fact.value().isStated()
                                ? ", worth " + fact.value().amount().toPlainString() + " "
                                        + fact.value().currency()
                                : "");
            case EXITED -> "exited: " + fact.reason();
            case COMPLETED -> "completed";
            case NOT_ENTERED -> "not entered: " + fact.reason();
            case MIGRATED -> "moved from version " + fact.reason() + " to " + fact.version();
            case NOT_MIGRATED -> "stays in version " + fact.version() + ": " + fact.reason();
            case BOUND_REACHED -> "gave way, as too much is kept of one customer: " + fact.reason();
            case PUBLISHED -> "published";
            case TRAIT_NEW -> "kept from now on: " + fact.reason();
        };
    }
}
