package dev.sendero.store.mailbox;

import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where messages land that go to no provider. */
public interface Mailbox {

    /**
     * Visible when it returns and durable not later than whatever is written to the same store afterwards; a message
     * that is there already stays as it is, and one whose customer has been erased meanwhile is not put.
     */
    void put(MailboxEntry entry);

    /**
     * Newest first, by arrival.
     *
     * @param channels only these; empty for all
     * @param search only entries whose recipient, customer, subject or text contains this, ignoring case; empty for all
     * @param before only entries with a smaller {@link MailboxEntry#number}; {@link Long#MAX_VALUE} for the first page
     */
    List<MailboxEntry> newest(Set<Channel> channels, String search, long before, int limit);

    /** Oldest first, those with a larger number: for whoever follows the mailbox. */
    List<MailboxEntry> after(long number, int limit);

    Optional<MailboxEntry> find(MessageId id);

    long size();
}
