package dev.sendero.faults.result;

import dev.sendero.faults.provider.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the table: what one fault has done to the messages for one target.
 *
 * @param load how the customers came; rows of the same load can be compared
 * @param mostInDoubt how many messages the promise allows to be in doubt, where repeats are not recognised: the calls that can
 *     have been in flight
 */
public record Row(String fault, String load, Target target, Count count, int mostInDoubt, Optional<Duration> p99Delay) {

    /**
     * Messages.
     *
     * @param messages that the events call for
     * @param lost whose effect never came, and of which the ledger says neither that they are in doubt nor why they were not sent
     * @param duplicated whose effect came more than once
     * @param inDoubt that are, or once were, listed as in doubt
     * @param missing of those in doubt, whose effect never came
     * @param unlisted of the duplicated, those that were never listed as in doubt
     * @param notSent that the ledger lists as failed, expired or the like, with the reason
     * @param unrested of which the ledger did not know the end when the harness lost its patience
     */
    public record Count(
            int messages, int lost, int duplicated, int inDoubt, int missing, int unlisted, int notSent, int unrested) {

        Count plus(Count other) {
            return new Count(
                    messages + other.messages,
                    lost + other.lost,
                    duplicated + other.duplicated,
                    inDoubt + other.inDoubt,
                    missing + other.missing,
                    unlisted + other.unlisted,
                    notSent + other.notSent,
                    unrested + other.unrested);
        }
    }

    /** What the promise does not allow, in words; empty when it was kept. */
    public List<String> breaches() {
        var breaches = new ArrayList<String>();
        note(breaches, count.lost, "lost");
        if (target.recognisesRepeats()) {
            note(breaches, count.duplicated, "duplicated");
            note(breaches, count.missing, "missing");
        } else {
            note(breaches, count.unlisted, "duplicated and not listed");
            note(breaches, Math.max(0, count.inDoubt - mostInDoubt), "in doubt that were not in flight");
        }
        note(breaches, count.unrested, "without an end");
        return breaches;
    }

    private static void note(List<String> breaches, int count, String what) {
        if (count > 0) {
            breaches.add(count + " " + what);
        }
    }

    /** With another bound. */
    public Row withMostInDoubt(int messages) {
        return new Row(fault, load, target, count, messages, p99Delay);
    }

    /** The same fault at the same target, several times. The slowest delay counts. */
    public Row plus(Row other) {
        return new Row(
                fault,
                load,
                target,
                count.plus(other.count),
                mostInDoubt + other.mostInDoubt,
                slower(p99Delay, other.p99Delay));
    }

    private static Optional<Duration> slower(Optional<Duration> one, Optional<Duration> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().compareTo(other.get()) < 0 ? other : one;
    }
}
