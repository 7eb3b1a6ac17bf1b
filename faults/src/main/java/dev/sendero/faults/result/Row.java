package dev.sendero.faults.result;

import dev.sendero.faults.provider.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the table: what one fault has done to the messages for one target.
 *
 * @param messages that the events call for
 * @param lost of them, those whose effect never came, and that are neither refused, expired nor held back for a reason
 * @param duplicated of them, those whose effect came more than once
 * @param inDoubt of them, those that are or were listed as in doubt
 * @param unlisted of the lost and the duplicated, those that were never listed as in doubt
 * @param mostInFlight how many calls can have been in flight at the moments of the fault
 * @param p99Delay from an event to its effect; empty when no effect came
 * @param unrested messages of which the ledger did not know the end when patience did
 */
public record Row(
        String fault,
        Target target,
        int messages,
        int lost,
        int duplicated,
        int inDoubt,
        int unlisted,
        int mostInFlight,
        int unrested,
        Optional<Duration> p99Delay) {

    /** What the promise does not allow, in words; empty when it was kept. */
    public List<String> breaches() {
        var breaches = new ArrayList<String>();
        if (target.recognisesRepeats()) {
            note(breaches, lost, "lost");
            note(breaches, duplicated, "duplicated");
        } else {
            note(breaches, unlisted, "lost or duplicated without being listed");
            note(breaches, Math.max(0, inDoubt - mostInFlight), "more in doubt than calls in flight");
        }
        note(breaches, unrested, "without an end");
        return breaches;
    }

    private static void note(List<String> breaches, int count, String what) {
        if (count > 0) {
            breaches.add(count + " " + what);
        }
    }

    /** The same fault at the same target, several times. The slowest delay counts. */
    public Row plus(Row other) {
        return new Row(
                fault,
                target,
                messages + other.messages,
                lost + other.lost,
                duplicated + other.duplicated,
                inDoubt + other.inDoubt,
                unlisted + other.unlisted,
                mostInFlight + other.mostInFlight,
                unrested + other.unrested,
                slower(p99Delay, other.p99Delay));
    }

    private static Optional<Duration> slower(Optional<Duration> one, Optional<Duration> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().compareTo(other.get()) < 0 ? other : one;
    }
}
