package dev.sendero.cli.explain;

import dev.sendero.core.Inspection.Resting;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The timers of a journey's runs: set when a run comes to rest, cancelled when it goes on or leaves before. */
final class RunTimers {

    private final Journey journey;
    private final LocalTimes times;

    RunTimers(Journey journey, LocalTimes times) {
        this.journey = journey;
        this.times = times;
    }

    List<Note> notes(Change change) {
        var notes = new ArrayList<Note>();
        List<Resting> after = of(change.after());
        for (Resting before : of(change.before())) {
            boolean still = after.stream().anyMatch(now -> isSameRest(before.run(), now.run()));
            if (!still
                    && before.run().deadline() != Deadline.NEVER
                    && before.run().deadline() > change.at().toEpochMilli()) {
                notes.add(note(
                        before, "the timer for " + time(before.run(), change.at()) + " is cancelled", "cancelled"));
            }
        }
        for (Resting now : after) {
            boolean already = of(change.before()).stream().anyMatch(before -> isSameRest(before.run(), now.run()));
            if (!already) {
                notes.add(note(now, waitsFor(now, change.at()), "set"));
            }
        }
        return notes;
    }

    private List<Resting> of(Snapshot snapshot) {
        return snapshot.runs().stream()
                .filter(resting -> resting.run().journey().journey().equals(journey.id()))
                .toList();
    }

    private static boolean isSameRest(Run one, Run other) {
        return one.id().equals(other.id())
                && one.position() == other.position()
                && one.waiting() == other.waiting()
                && one.deadline() == other.deadline();
    }

    /** What a run waits for, and until when. */
    String waitsFor(Resting resting, Instant now) {
        String until = resting.run().deadline() == Deadline.NEVER ? "" : time(resting.run(), now);
        Optional<Step.WaitUntil> wait = journey.allSteps().stream()
                .filter(step -> step.id().value().equals(resting.step()))
                .filter(Step.WaitUntil.class::isInstance)
                .map(Step.WaitUntil.class::cast)
                .findFirst();
        if (wait.isEmpty() || !resting.run().waiting()) {
            return RestWords.delay(resting.step(), until);
        }
        List<String> arms =
                wait.get().arms().stream().map(Step.WaitUntil.Arm::name).toList();
        return RestWords.wait(resting.step(), arms, until);
    }

    private String time(Run run, Instant now) {
        return times.seenFrom(now, Instant.ofEpochMilli(run.deadline()));
    }

    private Note note(Resting resting, String text, String what) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("timer", what);
        details.put("run", resting.run().id().value());
        if (!resting.step().isEmpty()) {
            details.put("step", resting.step());
        }
        if (resting.run().deadline() != Deadline.NEVER) {
            details.put("at", Instant.ofEpochMilli(resting.run().deadline()).toString());
        }
        return new Note(Note.Kind.TIMER, journey.id().value(), resting.run().key(), text, details);
    }
}
