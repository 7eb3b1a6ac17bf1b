package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import dev.sendero.core.state.JourneyVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which detectors see which events: one look-up per event. */
public final class Watches {

    private static final Set<String> RECEIPTS = Arrays.stream(Channel.values())
            .flatMap(channel -> Arrays.stream(ReceiptEvents.Kind.values()).map(kind -> kind.eventName(channel)))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<JourneyVersion, Watch> byJourney;
    private final Map<String, List<Watch>> byEvent = new HashMap<>();
    private final List<Watch> ofAllEvents;

    /** @param inOrder in the order in which journeys decide */
    public Watches(List<Watch> inOrder) {
        byJourney = inOrder.stream().collect(Collectors.toUnmodifiableMap(Watch::journey, Function.identity()));
        ofAllEvents = inOrder.stream()
                .filter(watch -> watch.detector().seesAllEvents())
                .toList();
        Set<String> names = inOrder.stream()
                .flatMap(watch -> watch.detector().eventNames().stream())
                .collect(Collectors.toSet());
        for (String name : names) {
            var seeing = new ArrayList<Watch>();
            for (Watch watch : inOrder) {
                boolean seesAll = watch.detector().seesAllEvents() && !RECEIPTS.contains(name);
                if (seesAll || watch.detector().eventNames().contains(name)) {
                    seeing.add(watch);
                }
            }
            byEvent.put(name, List.copyOf(seeing));
        }
    }

    /** In the order in which journeys decide; empty for an event that no situation knows. */
    public List<Watch> seeing(Event event) {
        List<Watch> named = byEvent.get(event.name());
        if (named != null) {
            return named;
        }
        return ofAllEvents.isEmpty() || event.type() == EventType.HEARTBEAT || RECEIPTS.contains(event.name())
                ? List.of()
                : ofAllEvents;
    }

    public Optional<Watch> of(JourneyVersion journey) {
        return Optional.ofNullable(byJourney.get(journey));
    }
}
