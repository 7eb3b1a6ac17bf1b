package dev.sendero.gateway.query;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Message;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.query.CustomerView.Decision;
import dev.sendero.gateway.query.CustomerView.Delivery;
import dev.sendero.gateway.query.CustomerView.JourneyOfCustomer;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.journey.Step;
import dev.sendero.store.journal.Journal;
import dev.sendero.store.ledger.LedgerEntry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is known of one customer: the decisions of the journal, with what was said and what became of it. */
public final class Customers {

    /** More of one customer would not be read. */
    private static final int MOST = 1_000;

    private final ProjectBoard board;
    private final Journal journal;
    private final Mails mails;
    private final Deliveries deliveries;
    private final InstantSource clock;

    /** Which message a fact is about. */
    private record Sending(RunId run, String step, String channel) {

        static Sending of(Message message) {
            return new Sending(
                    message.run(), message.step().value(), message.channel().wireName());
        }

        static Sending of(Fact fact) {
            return new Sending(fact.run(), fact.step(), fact.arm());
        }
    }

    public Customers(ProjectBoard board, Journal journal, Mails mails, Deliveries deliveries, InstantSource clock) {
        this.board = board;
        this.journal = journal;
        this.mails = mails;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    public CustomerView of(CustomerId customer) {
        ProjectBoard.Notice notice = board.notice();
        List<Fact> facts = oldestFirst(journal.timeline(customer, MOST));
        List<LedgerEntry> entries = oldestFirst(deliveries.to(customer, MOST));
        Map<Sending, LedgerEntry> byFact = new HashMap<>();
        entries.forEach(entry -> byFact.put(Sending.of(entry.message()), entry));
        Map<RunId, String> keys = new HashMap<>();
        facts.forEach(fact -> keys.put(fact.run(), fact.key()));
        return new CustomerView(
                clock.instant(),
                customer.value(),
                notice.zone().getId(),
                facts.size() < MOST && entries.size() < MOST,
                notice.journeys().values().stream().map(Customers::journey).toList(),
                facts.stream()
                        .map(fact ->
                                decision(fact, notice.journeys(), Optional.ofNullable(byFact.get(Sending.of(fact)))))
                        .toList(),
                entries.stream().map(entry -> delivery(entry, keys)).toList(),
                OpenRuns.of(notice.journeys(), facts));
    }

    private static <T> List<T> oldestFirst(List<T> newestFirst) {
        var list = new ArrayList<>(newestFirst);
        Collections.reverse(list);
        return list;
    }

    private static JourneyOfCustomer journey(Journey journey) {
        return new JourneyOfCustomer(
                journey.id().value(),
                journey.title(),
                journey.state().name().toLowerCase(Locale.ROOT),
                journey.audience().source(),
                reentrySeconds(journey.reentry()));
    }

    private static long reentrySeconds(Reentry reentry) {
        if (reentry instanceof Reentry.After after) {
            return after.sinceEntry().toSeconds();
        }
        return reentry instanceof Reentry.Never ? -1 : 0;
    }

    private Decision decision(Fact fact, Map<JourneyId, Journey> journeys, Optional<LedgerEntry> entry) {
        Optional<Step> step = Optional.ofNullable(journeys.get(fact.journey())).stream()
                .flatMap(journey -> journey.allSteps().stream())
                .filter(each -> each.id().value().equals(fact.step()))
                .findFirst();
        String group = step.stream()
                .flatMap(found -> found.sends().stream())
                .filter(send -> send.channel().wireName().equals(fact.arm()))
                .map(Step.Send::group)
                .findFirst()
                .orElse("");
        Optional<Message> message =
                entry.filter(found -> fact.type() == FactType.MESSAGE_REQUESTED).map(LedgerEntry::message);
        Optional<MailView> mail = message.flatMap(found -> mails.find(found.id()));
        return new Decision(
                fact,
                step.map(found -> StepWords.kind(found).name()).orElse(""),
                group,
                mail.map(MailView::to).or(() -> message.map(Message::to)).orElse(""),
                mail.map(found -> found.subject().isEmpty() ? found.text() : found.subject())
                        .orElse(""));
    }

    private static Delivery delivery(LedgerEntry entry, Map<RunId, String> keys) {
        Message message = entry.message();
        return new Delivery(
                entry.changedAt(),
                message.journey().value(),
                keys.getOrDefault(message.run(), ""),
                message.step().value(),
                message.channel().wireName(),
                entry.state(),
                entry.reason());
    }
}
