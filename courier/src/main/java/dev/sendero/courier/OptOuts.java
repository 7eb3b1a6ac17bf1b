package dev.sendero.courier;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.Hash;
import dev.sendero.api.event.ConsentEvents;
import dev.sendero.api.event.Event;
import dev.sendero.api.message.Message;
import dev.sendero.store.consent.ConsentChange;
import dev.sendero.store.consent.ConsentLog;
import dev.sendero.store.ledger.Ledger;
import java.time.Instant;
import java.util.List;

/** Takes down that an address wants no more messages, which a provider knows when it refuses one. */
final class OptOuts {

    private final ConsentLog consents;
    private final Ledger ledger;

    OptOuts(ConsentLog consents, Ledger ledger) {
        this.consents = consents;
        this.ledger = ledger;
    }

    /**
     * Writes it into the log of consent for all whose profile names the address; again does no harm.
     *
     * @param refused the message for which it was said
     * @return what journeys are to be told
     * @throws RuntimeException when the store is not available
     */
    List<Event> takeDown(Message refused, String address, String reason, Instant at) {
        List<CustomerId> customers = ledger.customersAt(refused.channel(), address);
        consents.append(customers.stream()
                .map(customer -> new ConsentChange(customer, refused.channel(), "", false, at, reason, ""))
                .toList());
        return customers.stream()
                .map(customer -> ConsentEvents.of(
                        new EventId("opt-out-" + Hash.of(24, refused.id().value(), customer.value())),
                        customer,
                        refused.channel(),
                        "",
                        false,
                        at))
                .toList();
    }
}
