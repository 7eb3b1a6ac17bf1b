package dev.sendero.core.run;

import dev.sendero.api.StepId;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.Step;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Finds the place of a run in another version of its journey: the step at which it is, by its id. Where a version does
 * not say clearly where that is, or might send what the run has had, the run stays: in doubt nobody is moved.
 */
final class Migration {

    static final String KEY_CHANGED = "key_changed";
    static final String CAPTURE_MISSING = "capture_missing";
    static final String STEP_GONE = "step_gone";
    static final String STEP_UNCLEAR = "step_unclear";
    static final String SENT_TWICE = "sent_twice";

    /** Where a run is to be found now, or why it stays. */
    sealed interface Result {

        /** @param step at which the run is; empty at the end of its steps */
        record Moved(Run run, String step) implements Result {}

        record Stays(String reason) implements Result {}
    }

    private final CompiledJourney from;
    private final CompiledJourney to;
    private final Run run;
    private final long now;

    private Migration(CompiledJourney from, CompiledJourney to, Run run, long now) {
        this.from = from;
        this.to = to;
        this.run = run;
        this.now = now;
    }

    /**
     * @param run an active run of the version that it may leave
     * @param now milliseconds since 1970; nothing of the moved run is due before
     */
    static Result move(CompiledJourney from, CompiledJourney to, Run run, long now) {
        return new Migration(from, to, run.inVersion(to.version()), now).move();
    }

    private Result move() {
        if (!from.journey().per().property().equals(to.journey().per().property())) {
            return new Result.Stays(KEY_CHANGED);
        }
        if (!run.captured().keySet().containsAll(to.journey().trigger().captures())) {
            return new Result.Stays(CAPTURE_MISSING);
        }
        if (run.waiting()) {
            Node node = from.program().at(run.position());
            return node instanceof WaitNode wait ? waiting(wait) : resting(node);
        }
        // A pause may have held it back, after a delay was over or a wait had ended.
        boolean rests = run.deadline() >= now;
        List<DelayNode> delays = rests ? from.program().delaysBefore(run.position()) : List.of();
        return delays.isEmpty() ? betweenSteps() : inDelay(delays);
    }

    private Result waiting(WaitNode wait) {
        int place = to.program().find(wait.step().id());
        if (place == to.program().end() || !(to.program().at(place) instanceof WaitNode next)) {
            return new Result.Stays(STEP_GONE);
        }
        long timeout = shifted(wait.step().timeout(), next.step().timeout());
        return movedUnlessTwice(
                wait.position(),
                place,
                run.waitingAt(place, timeout),
                wait.step().id().value());
    }

    /** The run waits for a time. Where the new version waits for another one, it begins to wait anew. */
    private Result resting(Node node) {
        int place = to.program().find(node.step().id());
        if (place == to.program().end()) {
            return new Result.Stays(STEP_GONE);
        }
        Node next = to.program().at(place);
        boolean sends = node instanceof SendNode && next instanceof SendNode;
        if (!sends && !(node.step() instanceof Step.Delay && next.step() instanceof Step.Delay)) {
            return new Result.Stays(STEP_GONE);
        }
        boolean goesOnWaiting = sends || next.step().equals(node.step());
        Run moved = goesOnWaiting ? run.restingAt(place, run.since(), run.deadline()) : run.goingOn(place, now);
        return movedUnlessTwice(run.position(), place, moved, node.step().id().value());
    }

    /** Several delays may lead to one place, and a run does not say in which it is: all of them must agree then. */
    private Result inDelay(List<DelayNode> candidates) {
        Result first = inDelay(candidates.get(0));
        if (candidates.size() == 1) {
            return first;
        }
        boolean agreed = first instanceof Result.Moved moved
                && candidates.stream()
                        .allMatch(other -> inDelay(other) instanceof Result.Moved too
                                && too.run().equals(moved.run()));
        return agreed ? new Result.Moved(((Result.Moved) first).run(), "") : new Result.Stays(STEP_UNCLEAR);
    }

    private Result inDelay(DelayNode delay) {
        int place = to.program().find(delay.step().id());
        if (place == to.program().end() || !(to.program().at(place).step() instanceof Step.Delay)) {
            return new Result.Stays(STEP_GONE);
        }
        Run moved = to.program().at(place) instanceof DelayNode next
                ? run.goingOn(next.next(), shifted(delay.length(), next.length()))
                : run.goingOn(place, now);
        return movedUnlessTwice(
                from.program().find(delay.step().id()),
                place,
                moved,
                delay.step().id().value());
    }

    private Result betweenSteps() {
        if (run.position() == from.program().end()) {
            return new Result.Moved(run.goingOn(to.program().end(), run.deadline()), "");
        }
        StepId step = from.program().at(run.position()).step().id();
        int place = to.program().find(step);
        return place == to.program().end()
                ? new Result.Stays(STEP_GONE)
                : movedUnlessTwice(run.position(), place, run.goingOn(place, run.deadline()), step.value());
    }

    private Result movedUnlessTwice(int oldPlace, int newPlace, Run moved, String step) {
        Set<StepId> again = to.program().sendsFrom(newPlace);
        again.retainAll(from.program().sendsBefore(oldPlace));
        return again.isEmpty() ? new Result.Moved(moved, step) : new Result.Stays(SENT_TWICE);
    }

    /** The deadline by the new length since it began to run; from now where the old one never came to an end. */
    private long shifted(Duration oldLength, Duration newLength) {
        if (run.deadline() == Deadline.NEVER) {
            return oldLength.equals(newLength) ? run.deadline() : Deadline.after(now, newLength);
        }
        return Math.max(now, Deadline.after(run.deadline() - oldLength.toMillis(), newLength));
    }
}
