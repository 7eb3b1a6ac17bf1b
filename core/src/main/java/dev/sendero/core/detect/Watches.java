package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Hosted;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Partial;
import dev.sendero.core.state.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All detectors at work, and which of them sees which events. */
public final class Watches {

    private static final Set<String> RECEIPTS = Arrays.stream(Channel.values())
            .flatMap(channel -> Arrays.stream(ReceiptEvents.Kind.values()).map(kind -> kind.eventName(channel)))
            .collect(Collectors.toUnmodifiableSet());

    private final List<Watch> builtIn = new ArrayList<>();
    private final List<HostedWatch> hosted = new ArrayList<>();
    private final Map<JourneyVersion, Watch> byJourney = new HashMap<>();
    private final Map<String, List<Watch>> byEvent = new HashMap<>();
    private final List<Watch> ofAllEvents;

    public Watches(Collection<WatchedVersion> versions, DetectorFactory factory) {
        for (WatchedVersion version : versions) {
            factory.detectorOf(version.journey())
                    .ifPresentOrElse(
                            detector -> hosted.add(
                                    new HostedWatch(version.name(), version.rank(), detector, version.openings())),
                            () -> builtIn.add(new Watch(
                                    version.name(),
                                    version.rank(),
                                    Detectors.of(
                                            version.name(), version.journey().trigger()),
                                    version.openings())));
        }
        builtIn.forEach(watch -> byJourney.put(watch.journey(), watch));
        ofAllEvents = builtIn.stream()
                .filter(watch -> watch.detector().seesAllEvents())
                .toList();
        Set<String> names = builtIn.stream()
                .flatMap(watch -> watch.detector().eventNames().stream())
                .collect(Collectors.toSet());
        for (String name : names) {
            byEvent.put(
                    name,
                    builtIn.stream()
                            .filter(watch -> (watch.detector().seesAllEvents() && !isReceipt(name))
                                    || watch.detector().eventNames().contains(name))
                            .toList());
        }
    }

    static boolean isReceipt(String eventName) {
        return RECEIPTS.contains(eventName);
    }

    /** Whether an event can mean anything to a situation. */
    public boolean see(Event event) {
        return !seeing(event).isEmpty() || hosted.stream().anyMatch(watch -> watch.sees(event));
    }

    private List<Watch> seeing(Event event) {
        List<Watch> named = byEvent.get(event.name());
        if (named != null) {
            return named;
        }
        return ofAllEvents.isEmpty() || event.type() == EventType.HEARTBEAT || isReceipt(event.name())
                ? List.of()
                : ofAllEvents;
    }

    /** Applies an event: cancels and advances what has begun, oldest first, then begins anew. */
    public void apply(Customer customer, Moment moment, Findings findings) {
        for (Watch watch : seeing(moment.event())) {
            watch.detector()
                    .apply(
                            customer.partials(),
                            moment,
                            watch.openings().contain(moment.millis()),
                            situation -> findings.add(watch.rank(), situation));
        }
        for (HostedWatch watch : hosted) {
            if (watch.sees(moment.event())) {
                Hosted before = customer.hosted(watch.journey());
                customer.keep(watch.detector()
                        .apply(
                                before,
                                moment,
                                watch.openings().contain(moment.millis()),
                                situation -> findings.add(watch.rank(), situation)));
            }
        }
    }

    /** Applies an event that others have overtaken: cancels by true time, starts and advances nothing. */
    public void applyLate(Customer customer, Moment moment) {
        seeing(moment.event()).forEach(watch -> watch.detector().applyLate(customer.partials(), moment));
        for (HostedWatch watch : hosted) {
            if (watch.sees(moment.event())) {
                customer.keep(watch.detector().applyLate(customer.hosted(watch.journey()), moment));
            }
        }
    }

    /**
     * Moves those of a customer's partial situations elsewhere that an event can advance: their newest event is not
     * after it. What a foreign detector remembers stays.
     */
    public void moveUpTo(Position position, Customer from, Customer to) {
        from.partials().removeIf(partial -> {
            boolean moves = partial.count() == 0 && !partial.anchor().isAfter(position);
            if (moves) {
                to.partials().add(partial);
            }
            return moves;
        });
    }

    /**
     * Moves all that has begun elsewhere. Of a silence, the one that began last is kept; what a foreign detector already
     * remembers is not overwritten.
     */
    public void moveAll(Customer from, Customer to) {
        List<Partial> all = new ArrayList<>(from.partials());
        all.addAll(to.partials());
        all.sort(Comparator.comparingLong(Partial::firstAt));
        to.partials().clear();
        for (Partial partial : all) {
            if (isSilence(partial)) {
                to.partials().removeIf(earlier -> earlier.journey().equals(partial.journey()));
            }
            to.partials().add(partial);
        }
        for (Hosted state : from.hosted()) {
            if (to.hosted(state.journey()).isEmpty()) {
                to.keep(state);
            }
        }
    }

    private boolean isSilence(Partial partial) {
        Watch watch = byJourney.get(partial.journey());
        return watch != null && watch.detector() instanceof InactivityDetector;
    }

    /** When something is due next, milliseconds since 1970; {@link Deadline#NEVER} for never. */
    public long next(Customer customer) {
        long next = Deadline.NEVER;
        for (Partial partial : customer.partials()) {
            next = Math.min(next, partial.deadline());
        }
        for (Hosted state : customer.hosted()) {
            next = Math.min(next, state.deadline());
        }
        return next;
    }

    /** Applies all deadlines of one instant. Returns whether there were any. */
    public boolean fire(Customer customer, Moment moment, Findings findings) {
        boolean fired = false;
        for (Watch watch : builtIn) {
            for (int index = due(customer, watch, moment); index >= 0; index = due(customer, watch, moment)) {
                watch.detector()
                        .fire(customer.partials(), index, moment, situation -> findings.add(watch.rank(), situation));
                fired = true;
            }
        }
        for (HostedWatch watch : hosted) {
            Hosted state = customer.hosted(watch.journey());
            if (state.deadline() == moment.millis()) {
                customer.keep(watch.detector().fire(state, moment, situation -> findings.add(watch.rank(), situation)));
                fired = true;
            }
        }
        customer.partials().removeIf(partial -> partial.deadline() == moment.millis());
        customer.hosted().removeIf(state -> state.deadline() == moment.millis());
        return fired;
    }

    private static int due(Customer customer, Watch watch, Moment moment) {
        for (int index = 0; index < customer.partials().size(); index++) {
            Partial partial = customer.partials().get(index);
            if (partial.deadline() == moment.millis() && partial.journey().equals(watch.journey())) {
                return index;
            }
        }
        return -1;
    }

    /** Drops what has begun for versions that are not watched. */
    public void forgetOthers(Customer customer) {
        customer.partials().removeIf(partial -> !byJourney.containsKey(partial.journey()));
        customer.hosted().removeIf(state -> hosted.stream()
                .noneMatch(watch -> watch.journey().equals(state.journey())));
    }
}
