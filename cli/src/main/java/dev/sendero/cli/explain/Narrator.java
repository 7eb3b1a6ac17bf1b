package dev.sendero.cli.explain;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.cli.backtest.ReplayInput;
import dev.sendero.cli.backtest.ReplayWatch;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Effect;
import dev.sendero.core.Inspection;
import dev.sendero.rules.journey.Journey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Looks on while one customer is replayed, and takes down why things happen and do not. */
final class Narrator implements ReplayWatch {

    private final CustomerId customer;
    private final Inspection inspection;
    private final LocalTimes times;
    private final Map<String, JourneyAccount> accounts = new TreeMap<>();
    private final List<Entry> timeline = new ArrayList<>();
    private Snapshot before = Snapshot.NOTHING;

    /** @param journeys those that are told of; others may take part */
    Narrator(
            CustomerId customer,
            Inspection inspection,
            List<Journey> journeys,
            LocalTimes times,
            MessageText messages) {
        this.customer = customer;
        this.inspection = inspection;
        this.times = times;
        journeys.forEach(journey -> accounts.put(journey.id().value(), new JourneyAccount(journey, times, messages)));
    }

    @Override
    public void applied(ReplayInput input, CustomerState state, List<Effect> effects) {
        Snapshot after = Snapshot.of(state, inspection);
        var moment = input instanceof ReplayInput.Happened happened
                ? inspection.at(happened.event(), state)
                : inspection.at(input.at(), state);
        var change = new Change(customer, input, before, after, effects, moment);
        var notes = new ArrayList<>(ProfileChanges.between(before.profile(), after.profile()));
        accounts.values().forEach(account -> notes.addAll(account.take(change)));
        before = after;
        boolean isEvent = change.event().isPresent();
        boolean isTurn = input instanceof ReplayInput.LoggedIn || input instanceof ReplayInput.Left;
        if (isEvent || isTurn || !notes.isEmpty()) {
            timeline.add(entry(input, change, notes));
        }
    }

    private static Entry entry(ReplayInput input, Change change, List<Note> notes) {
        Entry.What what = input instanceof ReplayInput.LoggedIn
                ? Entry.What.LOGIN
                : input instanceof ReplayInput.Left ? Entry.What.DEPARTURE : Entry.What.TIME;
        return change.event()
                .map(event -> entry(event, notes))
                .orElseGet(() -> new Entry(input.at(), what, "", "", Map.of(), notes));
    }

    private static Entry entry(Event event, List<Note> notes) {
        return new Entry(
                event.timestamp(),
                Entry.What.EVENT,
                event.name(),
                event.id().value(),
                event.properties(),
                List.copyOf(notes));
    }

    /**
     * @param until where the replay ended
     * @param stateOf the state of a journey, as its file says, by its id
     */
    Explanation explanation(Instant until, UnaryOperator<String> stateOf) {
        List<JourneyAnswer> answers = accounts.entrySet().stream()
                .map(account -> account.getValue().answer(before, until, stateOf.apply(account.getKey())))
                .toList();
        return new Explanation(customer, times.zone(), until, List.copyOf(timeline), answers);
    }
}
