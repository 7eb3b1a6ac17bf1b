package dev.sendero.cli.explain;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.core.Inspection.Resting;
import dev.sendero.core.detect.Begun;
import dev.sendero.core.state.Deadline;
import dev.sendero.rules.journey.DetectorChoice;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Takes down what one journey has to do with the customer, input by input. */
final class JourneyAccount {

    private final Journey journey;
    private final LocalTimes times;
    private final PatternProgress progress;
    private final MessageText messages;
    private final Refusals refusals;
    private final RunTimers timers;
    private final Stays stays;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Attempt> refused = new ArrayList<>();

    JourneyAccount(Journey journey, LocalTimes times, MessageText messages) {
        this.journey = journey;
        this.times = times;
        this.progress = new PatternProgress(journey, times);
        this.refusals = new Refusals(journey, times);
        this.messages = messages;
        this.timers = new RunTimers(journey, times);
        this.stays = new Stays(journey);
    }

    /** Whether a fact says that the customer has entered, be it into the holdout. */
    static boolean isEntry(Fact fact) {
        return fact.type() == FactType.ENTERED || fact.type() == FactType.HELD_OUT;
    }

    List<Note> take(Change change) {
        var notes = new ArrayList<>(progress.notes(change));
        for (Fact fact : change.factsOf(journey.id())) {
            DecisionWords.note(fact, new ReplayBackground(journey, refusals, messages, facts, change))
                    .ifPresent(notes::add);
            if (fact.type() == FactType.NOT_ENTERED) {
                refused.add(refusals.of(fact, facts, change));
            }
            facts.add(fact);
        }
        notes.addAll(stays.notes(change));
        notes.addAll(timers.notes(change));
        return notes;
    }

    /** @param state of the journey, as its file says */
    JourneyAnswer answer(Snapshot end, Instant until, String state) {
        List<Waiting> waiting = waiting(end, until);
        List<Attempt> attempts = Stream.concat(progress.attempts().stream(), refused.stream())
                .sorted(Comparator.comparing(Attempt::at))
                .toList();
        return new JourneyAnswer(
                journey.id().value(),
                journey.title(),
                state,
                List.copyOf(facts),
                attempts,
                waiting,
                RunSummary.of(facts, attempts, waiting, this::nothingBegan));
    }

    private List<Waiting> waiting(Snapshot end, Instant until) {
        var waiting = new ArrayList<Waiting>();
        for (Resting resting : end.runs()) {
            if (resting.run().journey().journey().equals(journey.id())) {
                waiting.add(new Waiting(
                        resting.run().key(), true, timeOf(resting.run().deadline()), timers.waitsFor(resting, until)));
            }
        }
        for (Begun begun : end.begun()) {
            if (begun.journey().journey().equals(journey.id())) {
                waiting.add(new Waiting(
                        begun.key(), false, timeOf(begun.due()), TriggerWords.waitsFor(journey, begun, until, times)));
            }
        }
        return waiting;
    }

    private static Instant timeOf(long millis) {
        return millis == Deadline.NEVER ? Instant.MAX : Instant.ofEpochMilli(millis);
    }

    private String nothingBegan() {
        if (journey.detector() == DetectorChoice.FLINK_CEP) {
            return "its pattern was not complete; how far it came is not told of patterns of Flink CEP";
        }
        if (journey.trigger() instanceof Trigger.Inactive inactive) {
            return TriggerWords.anyOf(inactive.events()) + " never happened, and a silence begins after one";
        }
        if (journey.trigger() instanceof Trigger.Segment segment) {
            return "the customer never "
                    + (segment.change() == Trigger.Segment.Change.ENTERED ? "came to be in" : "left")
                    + " the segment " + segment.segment();
        }
        return journey.trigger() instanceof Trigger.Sequence
                ? TriggerWords.anyOf(TriggerWords.beginnings(journey)) + " never happened"
                : "its trigger (" + journey.trigger().getClass().getSimpleName().toLowerCase(Locale.ROOT)
                        + ") did not come about";
    }
}
