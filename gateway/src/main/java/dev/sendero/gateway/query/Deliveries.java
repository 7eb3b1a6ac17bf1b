package dev.sendero.gateway.query;

import dev.sendero.api.CustomerId;
import dev.sendero.store.ledger.LedgerEntry;
import java.util.List;

/** What became of the messages to one customer. */
@FunctionalInterface
public interface Deliveries {

    /** For a process that delivers nothing. */
    Deliveries NONE = (customer, limit) -> List.of();

    /** The newest ones, newest first. */
    List<LedgerEntry> to(CustomerId customer, int limit);
}
