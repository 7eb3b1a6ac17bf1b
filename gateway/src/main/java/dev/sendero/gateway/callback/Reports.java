package dev.sendero.gateway.callback;

import dev.sendero.api.CustomerId;
import dev.sendero.api.connector.Report;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Message;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.consent.Choice;
import dev.sendero.gateway.consent.ConsentDesk;
import dev.sendero.gateway.events.EventLogUnavailable;
import dev.sendero.store.ledger.Ledger;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.suppression.Suppressions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what providers report: for the courier in the store, for journeys as events. */
public final class Reports {

    /** Whoever could not be reached for so long does not wait for the message any more. */
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    private static final int MOST_ATTEMPTS = 5;

    private final Ledger ledger;
    private final MessageReceipts receipts;
    private final Suppressions suppressions;
    private final ConsentDesk desk;
    private final ProjectBoard board;
    private final InstantSource clock;

    public Reports(
            Ledger ledger,
            MessageReceipts receipts,
            Suppressions suppressions,
            ConsentDesk desk,
            ProjectBoard board,
            InstantSource clock) {
        this.ledger = ledger;
        this.receipts = receipts;
        this.suppressions = suppressions;
        this.desk = desk;
        this.board = board;
        this.clock = clock;
    }

    /**
     * Durable when it returns; writing a report down again does no harm.
     *
     * @throws EventLogUnavailable when some may not be written down
     */
    public void take(List<Report> reports) throws EventLogUnavailable {
        for (Report report : reports) {
            if (report instanceof Report.Receipt receipt) {
                take(receipt);
            } else if (report instanceof Report.Undelivered undelivered) {
                take(undelivered);
            } else if (report instanceof Report.OptOut optOut) {
                suppressions.add(optOut.channel(), optOut.address(), optOut.reason(), clock.instant());
                for (CustomerId customer : ledger.customersAt(optOut.channel(), optOut.address())) {
                    desk.takeDown(customer, List.of(new Choice(optOut.channel(), "", false)), optOut.reason(), "");
                }
            } else if (report instanceof Report.OptIn optIn) {
                suppressions.remove(optIn.channel(), optIn.address());
                for (CustomerId customer : ledger.customersAt(optIn.channel(), optIn.address())) {
                    List<Choice> agreed = desk.statedBy(customer)
                            .agreedBeforeOptOut(
                                    optIn.channel(), board.notice().groups().values());
                    desk.takeDown(customer, agreed, optIn.reason(), "");
                }
            }
        }
    }

    /** Told as a failure only when it is not tried again; of an attempt that another one has followed nothing is told. */
    private void take(Report.Undelivered undelivered) throws EventLogUnavailable {
        Optional<LedgerEntry> known = ledger.find(undelivered.message());
        if (known.isEmpty()) {
            return;
        }
        LedgerEntry entry = known.get();
        boolean isLast = entry.state() != MessageState.SENT
                ? entry.attempts() <= 1 && entry.state() != MessageState.WAITING
                : entry.providerId().equals(undelivered.providerId());
        if (isLast && !sendAgain(entry, undelivered)) {
            receipts.tell(entry.message(), ReceiptEvents.Kind.FAILED, Map.of());
        }
    }

    private boolean sendAgain(LedgerEntry entry, Report.Undelivered undelivered) {
        Instant now = clock.instant();
        Instant due = now.plus(undelivered.retryAfter().multipliedBy(entry.attempts()));
        return entry.attempts() < MOST_ATTEMPTS
                && due.isBefore(entry.message().expires())
                && due.isBefore(entry.plannedAt().plus(GIVE_UP_AFTER))
                && ledger.sendAgain(undelivered.message(), undelivered.providerId(), undelivered.reason(), due, now);
    }

    private void take(Report.Receipt receipt) throws EventLogUnavailable {
        Optional<Message> known = receipts.find(receipt.message(), receipt.kind());
        if (known.isEmpty()) {
            return;
        }
        Message message = known.get();
        if (receipt.deadAddress() && !message.to().isEmpty()) {
            suppressions.add(message.channel(), message.to(), receipt.reason(), clock.instant());
            String address = ReceiptEvents.nameOf(message.channel(), message.to());
            receipts.tell(message, receipt.kind(), Map.of(ReceiptEvents.ADDRESS, address));
        } else {
            receipts.tell(message, receipt.kind(), softOf(receipt));
        }
    }

    /** A bounce of which the address is not dead takes nobody's address away. */
    private static Map<String, Object> softOf(Report.Receipt receipt) {
        return receipt.kind() == ReceiptEvents.Kind.BOUNCED ? Map.of("bounce_type", "soft") : Map.of();
    }
}
