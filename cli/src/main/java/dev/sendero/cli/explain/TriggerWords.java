package dev.sendero.cli.explain;

import dev.sendero.core.detect.Begun;
import dev.sendero.core.state.Deadline;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.DurationText;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A trigger in words. */
final class TriggerWords {

    private TriggerWords() {}

    /** What a situation waits for now. */
    static String waitsFor(Journey journey, Begun begun, Instant now, LocalTimes times) {
        String until = begun.due() == Deadline.NEVER ? "" : times.seenFrom(now, Instant.ofEpochMilli(begun.due()));
        if (journey.trigger() instanceof Trigger.Inactive inactive) {
            return "enters at " + until + " unless " + anyOf(inactive.events()) + " comes first";
        }
        Optional<SequenceItem> item = itemOf(journey, begun);
        if (item.isEmpty()) {
            return "goes on" + (until.isEmpty() ? "" : " by " + until);
        }
        if (item.get() instanceof SequenceItem.Occurrence occurrence) {
            int more = occurrence.times() - begun.count();
            return "waits for " + anyOf(occurrence.anyOf())
                    + (occurrence.times() > 1 ? " (" + more + " more of " + occurrence.times() + ")" : "")
                    + (until.isEmpty() ? "" : " until " + until);
        }
        boolean last = begun.item() + 1
                == ((Trigger.Sequence) journey.trigger()).items().size();
        return (last ? "enters at " : "goes on at ") + until + " unless "
                + anyOf(item.get().matches()) + " comes first";
    }

    /** The item at which a situation waits; empty for a trigger without items. */
    static Optional<SequenceItem> itemOf(Journey journey, Begun begun) {
        return journey.trigger() instanceof Trigger.Sequence sequence
                        && begun.item() < sequence.items().size()
                ? Optional.of(sequence.items().get(begun.item()))
                : Optional.empty();
    }

    /** The events with which a situation may begin; empty for a trigger that begins otherwise. */
    static List<EventMatch> beginnings(Journey journey) {
        return journey.trigger() instanceof Trigger.Sequence sequence
                ? sequence.items().get(0).matches()
                : List.of();
    }

    /** Whether a situation waits for something that must not happen. */
    static boolean waitsForAbsence(Journey journey, Begun begun) {
        return journey.trigger() instanceof Trigger.Inactive
                || itemOf(journey, begun)
                        .filter(SequenceItem.Absence.class::isInstance)
                        .isPresent();
    }

    /** How a file writes the thing at which a situation waits. */
    static String condition(Journey journey, Begun begun) {
        if (journey.trigger() instanceof Trigger.Inactive inactive) {
            return "inactive for " + DurationText.of(inactive.lasting());
        }
        return itemOf(journey, begun)
                .map(item -> item instanceof SequenceItem.Absence absence
                        ? "none_of [" + names(absence.noneOf()) + "] for " + DurationText.of(absence.lasting())
                        : "event " + names(item.matches()))
                .orElse("trigger");
    }

    private static String names(List<EventMatch> matches) {
        return matches.stream().map(EventMatch::event).distinct().collect(Collectors.joining(", "));
    }

    /** {@code A}, {@code A or B}, each with its condition. */
    static String anyOf(List<EventMatch> matches) {
        return matches.isEmpty()
                ? "anything"
                : matches.stream().map(TriggerWords::inWords).distinct().collect(Collectors.joining(" or "));
    }

    private static String inWords(EventMatch match) {
        return match.where() == Condition.ALWAYS
                ? match.event()
                : match.event() + " (" + match.where().source() + ")";
    }
}
