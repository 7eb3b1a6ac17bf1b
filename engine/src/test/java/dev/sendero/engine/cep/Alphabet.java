package dev.sendero.engine.cep;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Four kinds of events of which histories are made. */
enum Alphabet {
    NAMES(track("A"), track("B"), track("C"), track("X")),
    PRICES(track("A", "price", 1L), track("A", "price", 3L), track("A"), track("X", "price", 1L)),
    CARTS(track("A", "cart", "c1"), track("A", "cart", "c2"), track("B", "basket", "c1"), track("B")),
    PROFILES(track("A"), track("B"), identify("plan", "pro"), identify("plan", "free"));

    static final int SIZE = 4;

    private record Letter(EventType type, String name, Map<String, Object> properties, Map<String, Object> traits) {}

    private final List<Letter> letters;

    Alphabet(Letter... letters) {
        this.letters = List.of(letters);
    }

    Event event(int letter, CustomerId customer, EventId id, Instant at) {
        Letter what = letters.get(letter);
        return new Event(id, what.type(), what.name(), customer, at, what.properties(), what.traits());
    }

    private static Letter track(String name) {
        return new Letter(EventType.TRACK, name, Map.of(), Map.of());
    }

    private static Letter track(String name, String property, Object value) {
        return new Letter(EventType.TRACK, name, Map.of(property, value), Map.of());
    }

    private static Letter identify(String trait, String value) {
        return new Letter(EventType.IDENTIFY, Event.IDENTIFIED, Map.of(), Map.of(trait, value));
    }
}
