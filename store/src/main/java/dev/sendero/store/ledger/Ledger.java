package dev.sendero.store.ledger;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The record of every message from its decision to its end, by which each is delivered once. Every change is durable
 * when the method returns. Due times are by the process's clock, which may be simulated; leases are by the wall clock,
 * because calls take real time.
 */
public interface Ledger {

    /**
     * Begins a new life of an instance. What its earlier lives had claimed and not resolved is in doubt from now on.
     *
     * @param now by the process's clock
     */
    Claimant enlist(String owner, Instant now);

    /**
     * Writes down messages, due at once, and then cancels those of the cancelled runs that nobody has claimed. A message
     * that is there already stays as it is.
     *
     * @param now by the process's clock
     * @return all messages of these runs that are cancelled, those of an earlier call too: whoever tells the world about
     *     them may have been stopped in between
     */
    List<Cancelled> plan(List<Planned> messages, List<Cancellation> cancellations, Instant now);

    /**
     * Claims messages that are due, the longest due first.
     *
     * @param partitions those that the claimant owns
     * @param now by the process's clock
     * @param leaseUntil when others may think the claimant dead; by the wall clock
     */
    List<Claim> claim(
            Claimant claimant,
            Channel channel,
            Collection<Integer> partitions,
            int limit,
            Instant now,
            Instant leaseUntil);

    /**
     * Records what came of claims. Nothing is recorded for a claim that is not the claimant's any more.
     *
     * @param now by the process's clock
     * @return the messages for which it was recorded
     */
    Set<MessageId> record(Claimant claimant, List<Resolution> resolutions, Instant now);

    /**
     * Puts in doubt the claims whose lease has run out.
     *
     * @param wallTime by the wall clock
     * @param now by the process's clock
     * @return how many
     */
    int doubtAbandoned(Instant wallTime, Instant now);

    /**
     * Makes messages in doubt due again, for a channel where a repeat does no harm or is wanted.
     *
     * @return how many
     */
    int resendDoubtful(Channel channel, Collection<Integer> partitions, Instant now);

    /** Messages in doubt, in the order of arrival. @param after as in {@link LedgerEntry#number}, 0 at first */
    List<LedgerEntry> doubtful(Channel channel, Collection<Integer> partitions, long after, int limit);

    /**
     * Ends the doubt about a message, as its provider says. Nothing is recorded when somebody else has ended it.
     *
     * @param doubtful as it was read
     * @param now by the process's clock
     * @return whether it was recorded
     */
    boolean settle(LedgerEntry doubtful, Result result, Instant now);

    /**
     * Makes a message due again that its provider had taken and could not deliver. Nothing is changed when another
     * attempt has been made since.
     *
     * @param providerId of the attempt that is meant
     * @param due when to try again, by the process's clock
     * @param now by the process's clock
     * @return whether it is due again
     */
    boolean sendAgain(MessageId id, String providerId, String reason, Instant due, Instant now);

    Optional<LedgerEntry> find(MessageId id);

    /** Whose messages have gone, or would have gone, to an address that their profile named; compared without regard to case. */
    List<CustomerId> customersAt(Channel channel, String address);

    /** Newest first, by arrival; {@code before} as in {@link LedgerEntry#number}, {@link Long#MAX_VALUE} at first. */
    List<LedgerEntry> newest(LedgerQuery query, long before, int limit);

    List<LedgerCount> counts();

    /** Every message, in the order of arrival. */
    void export(Consumer<LedgerEntry> reader);
}
