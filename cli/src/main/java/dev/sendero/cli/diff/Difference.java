package dev.sendero.cli.diff;

import dev.sendero.api.message.Message;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/**
 * A message in which two versions differ.
 *
 * @param message as the version has it that comes later; for one that was removed, as the earlier version had it
 * @param kinds at least one; of {@link Kind#ADDED} and {@link Kind#REMOVED} it is the only one
 * @param before when the first version sends it; the last instant when it does not
 * @param after when the second version sends it; likewise
 * @param saidBefore the subject or text in the first version; empty when it sends none
 * @param saidAfter likewise in the second
 */
record Difference(
        Message message, Set<Kind> kinds, Instant before, Instant after, String saidBefore, String saidAfter) {

    /** Stands for when a version does not send it. */
    static final Instant NEVER = Instant.MAX;

    static final Comparator<Difference> ORDER = Comparator.comparing(
            Difference::message,
            Comparator.comparing(Message::journey)
                    .thenComparing(Message::customer)
                    .thenComparing(Message::at)
                    .thenComparing(Message::id));

    static Difference added(Sent sent) {
        return new Difference(
                sent.message(), Set.of(Kind.ADDED), NEVER, sent.message().at(), "", sent.said());
    }

    static Difference removed(Sent sent) {
        return new Difference(
                sent.message(), Set.of(Kind.REMOVED), sent.message().at(), NEVER, sent.said(), "");
    }
}
