package dev.sendero.store;

import dev.sendero.api.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who has been erased, and up to when. All of them are in memory, and what others have added is read when something has
 * been added: most installations have erased nobody or few, and asking is on everybody's way.
 */
public final class ErasedCustomers {

    private static final long LONGEST_UNASKED_NANOS = Duration.ofSeconds(1).toNanos();

    private final @Nullable Pseudonyms pseudonyms;
    private final Map<String, Long> untilMillis = new ConcurrentHashMap<>();
    private long newest;
    private long askedAtNanos = System.nanoTime() - LONGEST_UNASKED_NANOS;

    ErasedCustomers(@Nullable Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** As it is in the store, as far as the transaction sees. */
    public ErasedCustomers asOf(Handle transaction) {
        if (pseudonyms != null) {
            read(transaction);
        }
        return this;
    }

    /** As it was in the store at most a second ago. */
    public ErasedCustomers asOfNow(Database database) {
        if (pseudonyms != null && isToBeAsked()) {
            database.read(handle -> {
                read(handle);
                return newest;
            });
        }
        return this;
    }

    private synchronized boolean isToBeAsked() {
        return System.nanoTime() - askedAtNanos >= LONGEST_UNASKED_NANOS;
    }

    private synchronized void read(Handle handle) {
        long last = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM erased")
                .mapTo(Long.class)
                .one();
        if (last < newest) {
            // The table has been emptied.
            untilMillis.clear();
            newest = 0;
        }
        if (last > newest) {
            handle.createQuery("SELECT pseudonym, at_millis FROM erased WHERE number > :newest")
                    .bind("newest", newest)
                    .map((row, context) ->
                            untilMillis.merge(row.getString("pseudonym"), row.getLong("at_millis"), Math::max))
                    .list();
            newest = last;
        }
        askedAtNanos = System.nanoTime();
    }

    /** Whether somebody has been erased to whom something happened then or later. */
    public boolean contains(CustomerId customer, Instant happened) {
        if (pseudonyms == null || untilMillis.isEmpty()) {
            return false;
        }
        Long until = untilMillis.get(pseudonyms.of(customer));
        return until != null && happened.toEpochMilli() <= until;
    }
}
