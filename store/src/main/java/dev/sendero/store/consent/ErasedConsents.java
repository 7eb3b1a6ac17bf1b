package dev.sendero.store.consent;

import dev.sendero.api.CustomerId;
import dev.sendero.store.StoredText;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Takes out of the record of consent what a customer has said: the one exception to its being added to only. */
public final class ErasedConsents {

    private ErasedConsents() {}

    /**
     * Deletes what was said up to a time, within a transaction.
     *
     * @return how many changes
     */
    public static int erase(Handle handle, CustomerId customer, Instant until) {
        return handle.execute(
                "DELETE FROM consent_change WHERE customer = ? AND at_millis <= ?",
                StoredText.of(customer.value()),
                until.toEpochMilli());
    }
}
