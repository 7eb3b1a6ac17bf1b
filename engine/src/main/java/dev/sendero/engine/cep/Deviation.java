package dev.sendero.engine.cep;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.SequenceItem.Absence;
import dev.sendero.rules.journey.SequenceItem.Occurrence;
import dev.sendero.rules.journey.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Where the same words mean one thing in a journey and another in Flink CEP, and what the pattern does about it. */
enum Deviation {
    STARTS("Every event that fits the first item begins a match of its own: no skip."),
    LITERAL("Stages, repetitions and what is skipped mean what they mean there."),
    BOUND("A window is open at its end there and closed in a journey: windows are a millisecond longer."),
    ITEM_BOUND("A pattern has one window: the bounds of items are conditions."),
    UNKNOWN("What a condition cannot tell does not count, but cancels: Conditions must answer both."),
    KEY("Events that must agree on a property are told by conditions, as one that does not say must still cancel."),
    MIDDLE("An absence in the middle lasts for its own time: its condition, and the next item's, look at the clock."),
    LOOP(
            "What must not happen after a repetition is asked from its first event on (FLINK-31040): the condition waits."),
    DATED("An absence has no date: it holds 'for' after the last event, whenever it is noticed."),
    SILENT("PREVIOUS_AND_CURRENT sets no timer: the absence is noticed at the customer's next event, not before.");

    private final String words;

    Deviation(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }

    static List<Deviation> of(Trigger trigger) {
        var found = new ArrayList<Deviation>();
        found.add(STARTS);
        if (trigger instanceof Trigger.Inactive inactive) {
            found.add(BOUND);
            addIf(inactive.events().stream().anyMatch(Deviation::asks), UNKNOWN, found);
            found.add(DATED);
            return found;
        }
        if (trigger instanceof Trigger.Cep cep) {
            return of(cep);
        }
        var sequence = (Trigger.Sequence) trigger;
        List<SequenceItem> items = sequence.items();
        SequenceItem last = items.get(items.size() - 1);
        boolean endsWithAbsence = last instanceof Absence;
        addIf(endsWithAbsence || TriggerPatterns.isBounded(sequence.within()), BOUND, found);
        addIf(items.stream().anyMatch(Deviation::isBounded), ITEM_BOUND, found);
        addIf(sequence.matches().stream().anyMatch(Deviation::asks), UNKNOWN, found);
        addIf(!sequence.per().isNone(), KEY, found);
        addIf(items.stream().anyMatch(item -> item instanceof Absence && item != last), MIDDLE, found);
        addIf(hasAbsenceAfterLoop(items), LOOP, found);
        addIf(endsWithAbsence, DATED, found);
        addIf(endsWithAbsence && !TriggerPatterns.isOneEventAndAbsence(items), SILENT, found);
        return found;
    }

    private static List<Deviation> of(Trigger.Cep cep) {
        var found = new ArrayList<Deviation>();
        found.add(LITERAL);
        addIf(TriggerPatterns.isBounded(cep.within()), BOUND, found);
        addIf(cep.matches().stream().anyMatch(Deviation::asks), UNKNOWN, found);
        addIf(!cep.per().isNone(), KEY, found);
        return found;
    }

    private static boolean asks(EventMatch match) {
        return match.where() != Condition.ALWAYS;
    }

    private static boolean isBounded(SequenceItem item) {
        return item instanceof Occurrence occurrence && TriggerPatterns.isBounded(occurrence.within());
    }

    private static boolean hasAbsenceAfterLoop(List<SequenceItem> items) {
        for (int index = 1; index < items.size(); index++) {
            if (items.get(index) instanceof Absence
                    && items.get(index - 1) instanceof Occurrence before
                    && before.times() > 1) {
                return true;
            }
        }
        return false;
    }

    private static void addIf(boolean applies, Deviation deviation, List<Deviation> to) {
        if (applies) {
            to.add(deviation);
        }
    }
}
