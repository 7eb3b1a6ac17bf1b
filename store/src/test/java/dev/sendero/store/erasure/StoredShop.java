package dev.sendero.store.erasure;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.Money;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.store.Database;
import dev.sendero.store.consent.ConsentChange;
import dev.sendero.store.consent.SqlConsentLog;
import dev.sendero.store.journal.SqlJournal;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.Claimant;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.MessageDesk;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.ledger.Planned;
import dev.sendero.store.ledger.Resolution;
import dev.sendero.store.ledger.Result;
import dev.sendero.store.ledger.SqlLedger;
import dev.sendero.store.mailbox.MailboxEntry;
import dev.sendero.store.mailbox.SqlMailbox;
import dev.sendero.store.suppression.SqlSuppressions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** All parts of a store, and customers who leave traces in each. */
final class StoredShop {

    static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final CustomerId ADA = new CustomerId("ada-lovelace");
    static final CustomerId BOB = new CustomerId("bob");

    private static final JourneyId CART = new JourneyId("abandoned-cart");
    private static final Instant LEASE_END = NOON.plus(Duration.ofHours(1));

    final SqlLedger ledger;
    final MessageDesk desk;
    final SqlJournal journal;
    final SqlMailbox mailbox;
    final SqlConsentLog consents;
    final SqlSuppressions suppressions;
    final SqlErasures erasures;
    final Claimant courier;

    StoredShop(Database database) {
        ledger = new SqlLedger(database);
        desk = new MessageDesk(database);
        journal = new SqlJournal(database);
        mailbox = new SqlMailbox(database);
        consents = new SqlConsentLog(database);
        suppressions = new SqlSuppressions(database);
        erasures = new SqlErasures(database);
        courier = ledger.enlist("courier-1", TEN);
    }

    static String addressOf(CustomerId customer) {
        return customer + "@example.com";
    }

    static Message message(String id, CustomerId customer, Instant at) {
        return new Message(
                new MessageId(id),
                CART,
                "v1",
                new RunId("run-of-" + id),
                new StepId("reminder"),
                Channel.EMAIL,
                customer,
                at,
                addressOf(customer),
                "offers",
                new ContentId("content-1"),
                Map.of("profile", Map.of("traits", Map.of("name", "Name of " + customer))),
                Instant.MAX);
    }

    static Fact fact(CustomerId customer, FactType type, Instant at) {
        return new Fact(
                at,
                CART,
                "v1",
                new RunId("run-of-" + customer),
                customer.value(),
                type,
                "reminder",
                "",
                "key of " + customer,
                "reason",
                new Money(new BigDecimal("12.50"), "EUR"),
                0);
    }

    static MailboxEntry mail(Message message, Instant at) {
        return new MailboxEntry(
                0,
                message.id(),
                message.journey(),
                message.run(),
                message.step(),
                message.customer(),
                message.group(),
                at,
                new Rendered.Email(
                        message.to(), "shop@example.com", "Your cart", "", "Dear " + message.customer(), ""));
    }

    void plan(Message... messages) {
        ledger.plan(
                List.of(messages).stream()
                        .map(message -> new Planned(message, 0))
                        .toList(),
                List.of(),
                TEN);
    }

    Claim claim(String id) {
        return ledger.claim(courier, Channel.EMAIL, List.of(0), 100, NOON, LEASE_END).stream()
                .filter(claim -> claim.message().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    void comesTo(Claim claim, Result result) {
        ledger.record(courier, List.of(new Resolution(claim, result)), NOON);
    }

    LedgerEntry entry(String id) {
        return ledger.find(new MessageId(id)).orElseThrow();
    }

    MessageState stateOf(String id) {
        return entry(id).state();
    }

    /** Something of a customer in every part of the store. */
    void leavesTraces(CustomerId customer) {
        Message sent = message("sent-" + Integer.toHexString(customer.hashCode()), customer, TEN);
        plan(sent);
        comesTo(claim(sent.id().value()), new Result.Sent("provider's id of " + customer));
        mailbox.put(mail(sent, TEN));
        Message failed = message("failed-" + Integer.toHexString(customer.hashCode()), customer, TEN);
        plan(failed);
        comesTo(claim(failed.id().value()), new Result.Failed("550 refused " + customer));
        journal.record(List.of(
                fact(customer, FactType.ENTERED, TEN), fact(customer, FactType.CONVERTED, TEN.plusSeconds(60))));
        consents.append(List.of(new ConsentChange(customer, Channel.EMAIL, "offers", true, TEN, "event", "")));
        suppressions.add(Channel.EMAIL, addressOf(customer), "550 no such user", TEN);
    }

    /** Ada, at noon. */
    ErasureProgress erase() {
        var receipt = new EventId("receipt-1");
        erasures.begin(receipt, ADA, NOON, NOON);
        return erasures.find(receipt).orElseThrow();
    }
}
