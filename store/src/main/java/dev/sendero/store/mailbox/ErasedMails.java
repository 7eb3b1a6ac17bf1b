package dev.sendero.store.mailbox;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Message;
import dev.sendero.store.StoredText;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Empties the mailbox of what a customer got. */
public final class ErasedMails {

    private ErasedMails() {}

    /**
     * Deletes what was put up to a time, and these messages whenever they were put, within a transaction.
     *
     * @return how many
     */
    public static int erase(Handle handle, CustomerId customer, Instant until, List<Message> messages) {
        int deleted = handle.execute(
                "DELETE FROM mailbox WHERE customer = ? AND at_millis <= ?",
                StoredText.of(customer.value()),
                until.toEpochMilli());
        for (Message message : messages) {
            deleted += handle.execute(
                    "DELETE FROM mailbox WHERE id = ?", message.id().value());
        }
        return deleted;
    }
}
