package dev.sendero.cli.explain;

import dev.sendero.api.CustomerId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.gateway.query.CustomerView;
import dev.sendero.gateway.query.CustomerView.Decision;
import dev.sendero.gateway.query.CustomerView.Delivery;
import dev.sendero.gateway.query.CustomerView.Inside;
import dev.sendero.gateway.query.CustomerView.JourneyOfCustomer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts into words what a running system tells of one customer. */
final class ToldExplanation {

    private final CustomerView view;
    private final LocalTimes times;
    private final Map<String, JourneyOfCustomer> journeys = new TreeMap<>();
    private final SortedMap<Moment, List<Note>> timeline = new TreeMap<>(Moment.ORDER);

    /** Decisions come before deliveries of the same time. */
    private record Moment(Instant at, Entry.What what) {

        private static final Comparator<Moment> ORDER =
                Comparator.comparing(Moment::at).thenComparing(Moment::what);
    }

    private ToldExplanation(CustomerView view, List<String> only) {
        this.view = view;
        this.times = new LocalTimes(ZoneId.of(view.timezone()));
        view.journeys().forEach(journey -> journeys.put(journey.id(), journey));
        view.decisions()
                .forEach(decision ->
                        journeys.computeIfAbsent(decision.fact().journey().value(), ToldExplanation::goneJourney));
        journeys.keySet().removeIf(journey -> !only.isEmpty() && !only.contains(journey));
    }

    /** One whose file is gone: it said something once. */
    private static JourneyOfCustomer goneJourney(String id) {
        return new JourneyOfCustomer(id, "", "gone", "", 0);
    }

    /** @param only which journeys; empty for all */
    static Explanation of(CustomerView view, List<String> only) {
        return new ToldExplanation(view, only).tell();
    }

    private Explanation tell() {
        view.decisions().forEach(this::tell);
        view.deliveries().forEach(this::tell);
        return new Explanation(
                Explanation.Teller.RUNNING_SYSTEM,
                new CustomerId(view.customer()),
                times.zone(),
                view.now(),
                entries(),
                journeys.values().stream().map(this::answer).toList());
    }

    private void tell(Decision decision) {
        JourneyOfCustomer journey = journeys.get(decision.fact().journey().value());
        if (journey != null) {
            DecisionWords.note(decision.fact(), background(decision, journey))
                    .ifPresent(note -> tell(decision.fact().at(), Entry.What.DECISION, note));
        }
    }

    private ToldBackground background(Decision decision, JourneyOfCustomer journey) {
        List<Fact> earlier = factsOf(journey).stream()
                .takeWhile(fact -> !fact.equals(decision.fact()))
                .toList();
        return new ToldBackground(decision, journey, earlier, times);
    }

    private List<Fact> factsOf(JourneyOfCustomer journey) {
        return view.decisions().stream()
                .map(Decision::fact)
                .filter(fact -> fact.journey().value().equals(journey.id()))
                .toList();
    }

    private void tell(Delivery delivery) {
        if (journeys.containsKey(delivery.journey())) {
            tell(delivery.at(), Entry.What.DELIVERY, DeliveryWords.note(delivery));
        }
    }

    private void tell(Instant at, Entry.What what, Note note) {
        timeline.computeIfAbsent(new Moment(at, what), it -> new ArrayList<>()).add(note);
    }

    /** What was decided at one time is one entry. */
    private List<Entry> entries() {
        return timeline.entrySet().stream()
                .map(each -> new Entry(
                        each.getKey().at(), each.getKey().what(), "", "", Map.of(), List.copyOf(each.getValue())))
                .toList();
    }

    private JourneyAnswer answer(JourneyOfCustomer journey) {
        List<Attempt> attempts = view.decisions().stream()
                .filter(decision -> decision.fact().journey().value().equals(journey.id())
                        && decision.fact().type() == FactType.NOT_ENTERED)
                .map(decision -> attempt(decision, journey))
                .toList();
        List<Waiting> waiting = view.inside().stream()
                .filter(inside -> inside.journey().equals(journey.id()))
                .map(this::waiting)
                .toList();
        List<Fact> facts = factsOf(journey);
        return new JourneyAnswer(
                journey.id(),
                journey.title(),
                journey.state(),
                facts,
                attempts,
                waiting,
                RunSummary.of(facts, attempts, waiting, () -> "its situation never came about"));
    }

    private Attempt attempt(Decision decision, JourneyOfCustomer journey) {
        Fact fact = decision.fact();
        return new Attempt(
                fact.at(),
                "",
                fact.reason(),
                background(decision, journey).refusal(fact),
                Map.of("reason", fact.reason()));
    }

    private Waiting waiting(Inside inside) {
        String until = inside.until().equals(Instant.MAX) ? "" : times.seenFrom(view.now(), inside.until());
        return new Waiting(
                inside.key(),
                true,
                inside.until(),
                inside.waits()
                        ? RestWords.wait(inside.step(), inside.arms(), until)
                        : RestWords.delay(inside.step(), until));
    }
}
