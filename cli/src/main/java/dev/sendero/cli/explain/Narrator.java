package dev.sendero.cli.explain;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.cli.backtest.ReplayInput;
import dev.sendero.cli.backtest.ReplayWatch;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Effect;
import dev.sendero.core.Inspection;
import dev.sendero.core.scope.Moment;
import dev.sendero.rules.journey.Journey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
        var change = new Change(customer, input, before, after, effects, momentOf(input, state), seen(input, state));
        var notes = new ArrayList<>(ProfileChanges.between(before.profile(), after.profile()));
        accounts.values().forEach(account -> notes.addAll(account.take(change)));
        before = after;
        if (change.event().isPresent() || input instanceof ReplayInput.Left || !notes.isEmpty()) {
            timeline.add(entry(change, List.copyOf(notes)));
        }
    }

    private Moment momentOf(ReplayInput input, CustomerState state) {
        if (input instanceof ReplayInput.LoggedIn login) {
            return inspection.at(login.event(), state);
        }
        return input instanceof ReplayInput.Happened happened
                ? inspection.at(happened.event(), state)
                : inspection.at(input.at(), state);
    }

    private List<Change.Seen> seen(ReplayInput input, CustomerState state) {
        Optional<Event> event = input instanceof ReplayInput.Happened happened
                ? Optional.of(happened.event())
                : input instanceof ReplayInput.LoggedIn login ? Optional.of(login.event()) : Optional.empty();
        return event.stream()
                .flatMap(main -> Stream.concat(Stream.of(main), inspection.madeFrom(main).stream()))
                .map(each -> new Change.Seen(each, inspection.at(each, state)))
                .toList();
    }

    private Entry entry(Change change, List<Note> notes) {
        Entry.What what = whatOf(change.input());
        return change.event()
                .map(event ->
                        new Entry(change.at(), what, event.name(), event.id().value(), propertiesOf(event), notes))
                .orElseGet(() -> new Entry(change.at(), what, "", "", Map.of(), notes));
    }

    /** Those first that journeys look at. */
    private Map<String, Object> propertiesOf(Event event) {
        Set<String> looked = inspection.propertiesLookedAt(event.name());
        var properties = new LinkedHashMap<String, Object>();
        event.properties().forEach((name, value) -> {
            if (looked.contains(name)) {
                properties.put(name, value);
            }
        });
        properties.putAll(event.properties());
        return properties;
    }

    private static Entry.What whatOf(ReplayInput input) {
        if (input instanceof ReplayInput.Happened) {
            return Entry.What.EVENT;
        }
        if (input instanceof ReplayInput.LoggedIn) {
            return Entry.What.LOGIN;
        }
        return input instanceof ReplayInput.Left ? Entry.What.DEPARTURE : Entry.What.TIME;
    }

    /**
     * @param until where the replay ended
     * @param stateOf the state of a journey, as its file says, by its id
     */
    Explanation explanation(Instant until, UnaryOperator<String> stateOf) {
        List<JourneyAnswer> answers = accounts.entrySet().stream()
                .map(account -> account.getValue().answer(before, until, stateOf.apply(account.getKey())))
                .toList();
        return new Explanation(
                Explanation.Teller.HISTORY, customer, times.zone(), until, List.copyOf(timeline), answers);
    }
}
