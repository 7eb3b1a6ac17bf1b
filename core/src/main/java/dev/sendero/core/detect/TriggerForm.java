package dev.sendero.core.detect;

import dev.sendero.api.Hash;
import dev.sendero.rules.expression.fast.Conjunction;
import dev.sendero.rules.expression.fast.PlainCondition;
import dev.sendero.rules.expression.fast.PredicateText;
import dev.sendero.rules.expression.fast.Threshold;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.SequenceItem.Absence;
import dev.sendero.rules.journey.SequenceItem.Occurrence;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A trigger taken apart into what it shares with others, its shape, and what is its own: names, lengths of time and the
 * bound of one threshold in its first item.
 *
 * @param shape the id of the shape: a hash of its text, which is saved with partial situations
 * @param text says the shape and nothing else
 * @param threshold that the first event has to meet; its bound is not part of the shape
 * @param names of captured items by index; empty where there is none
 * @param lengths of the items by index, milliseconds
 * @param within since the first event, milliseconds
 */
record TriggerForm(
        long shape,
        String text,
        List<ItemForm> items,
        Correlation per,
        Optional<Threshold> threshold,
        List<String> names,
        List<Long> lengths,
        long within) {

    /** @throws IllegalArgumentException for a trigger that only a hosted detector knows */
    static TriggerForm of(Trigger trigger) {
        if (trigger instanceof Trigger.Cep) {
            throw new IllegalArgumentException("trigger: cep (expected: a detector that hosts it)");
        }
        return trigger instanceof Trigger.Sequence sequence
                ? ofSequence(sequence)
                : ofSilence((Trigger.Inactive) trigger);
    }

    boolean isSilence() {
        return items.get(0).kind() == ItemForm.Kind.SILENCE;
    }

    /** Whether it looks at all events that are something the customer did. */
    boolean isOfAnyEvent() {
        return isSilence() && items.get(0).wanted().isEmpty();
    }

    /** The names that it mentions. */
    Set<String> eventNames() {
        var mentioned = new HashSet<String>();
        items.forEach(item -> item.wanted().forEach(each -> mentioned.add(each.event())));
        return mentioned;
    }

    private static TriggerForm ofSilence(Trigger.Inactive silence) {
        var item = new ItemForm(ItemForm.Kind.SILENCE, 1, true, wanted(silence.events(), List.of()));
        return of(
                List.of(item),
                Correlation.NONE,
                Optional.empty(),
                List.of(""),
                List.of(silence.lasting()),
                SequenceItem.UNBOUNDED);
    }

    private static TriggerForm ofSequence(Trigger.Sequence sequence) {
        List<ItemForm> items = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Duration> lengths = new ArrayList<>();
        Optional<Threshold> threshold = thresholdOf(sequence.items().get(0));
        for (SequenceItem item : sequence.items()) {
            if (item instanceof Occurrence occurrence) {
                // An item that occurs several times may look at its own earlier events.
                names.add(occurrence.as());
                List<Wanted> wanted = items.isEmpty() && threshold.isPresent()
                        ? List.of(besides(threshold.get(), occurrence.anyOf().get(0)))
                        : wanted(occurrence.anyOf(), names);
                boolean bounded = Lengths.of(occurrence.within()) != Lengths.of(SequenceItem.UNBOUNDED);
                items.add(new ItemForm(ItemForm.Kind.OCCURRENCE, occurrence.times(), bounded, wanted));
                lengths.add(occurrence.within());
            } else {
                Absence absence = (Absence) item;
                items.add(new ItemForm(ItemForm.Kind.ABSENCE, 1, true, wanted(absence.noneOf(), names)));
                names.add("");
                lengths.add(absence.lasting());
            }
        }
        return of(items, sequence.per(), threshold, names, lengths, sequence.within());
    }

    private static TriggerForm of(
            List<ItemForm> items,
            Correlation per,
            Optional<Threshold> threshold,
            List<String> names,
            List<Duration> lengths,
            Duration within) {
        String text = String.join(
                "\n",
                "per " + PredicateText.quoted(per.property()) + " " + new TreeMap<>(per.except()),
                Lengths.of(within) == Lengths.of(SequenceItem.UNBOUNDED) ? "at any time" : "in time",
                threshold.map(Threshold::text).orElse("no threshold"),
                String.join("\n", items.stream().map(ItemForm::text).toList()));
        return new TriggerForm(
                Long.parseUnsignedLong(Hash.of(16, "shape", text), 16),
                text,
                List.copyOf(items),
                per,
                threshold,
                List.copyOf(names),
                lengths.stream().map(Lengths::of).toList(),
                Lengths.of(within));
    }

    /** Journeys can share the first event only where it is one event of one name. */
    private static Optional<Threshold> thresholdOf(SequenceItem first) {
        return first instanceof Occurrence occurrence
                        && occurrence.times() == 1
                        && occurrence.anyOf().size() == 1
                        && occurrence.anyOf().get(0).where() instanceof PlainCondition plain
                ? Conjunction.of(plain.predicate()).threshold()
                : Optional.empty();
    }

    private static Wanted besides(Threshold threshold, EventMatch match) {
        PlainCondition plain = (PlainCondition) match.where();
        return new Wanted(
                match.event(),
                Conjunction.of(plain.predicate())
                        .without(threshold.predicate())
                        .map(rest -> Question.of(plain, rest, List.of()))
                        .orElse(Question.ALWAYS));
    }

    private static List<Wanted> wanted(List<EventMatch> matches, List<String> names) {
        return matches.stream()
                .map(match -> new Wanted(match.event(), Question.of(match.where(), List.copyOf(names))))
                .toList();
    }
}
