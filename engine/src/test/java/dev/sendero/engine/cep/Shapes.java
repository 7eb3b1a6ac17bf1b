package dev.sendero.engine.cep;

import java.util.LinkedHashMap;
import java.util.Map;

/** One trigger of each shape that the language has, by the events that they are about. Ten seconds are their unit of time. */
enum Shapes {
    /** Events that differ by name. */
    NAMES(Alphabet.NAMES) {
        @Override
        void addTo(Map<String, WrittenTrigger> triggers) {
            put(triggers, "event", "event: A");
            put(triggers, "two-events", "sequence: [{event: A}, {event: B}]");
            put(triggers, "same-event-twice", "sequence: [{event: A}, {event: A}]");
            put(triggers, "three-events", "sequence: [{event: A}, {event: B}, {event: C}]");
            put(triggers, "three-events-one-twice", "sequence: [{event: A}, {event: B}, {event: A}]");
            put(triggers, "sequence-within", "sequence: [{event: A}, {event: B}, {event: C}], within: 20s");
            put(triggers, "two-within", "sequence: [{event: A}, {event: B}], within: 10s");
            put(triggers, "item-within", "sequence: [{event: A}, {event: B, within: 10s}]");
            put(triggers, "items-within", "sequence: [{event: A}, {event: B, within: 20s}, {event: C, within: 10s}]");
            put(
                    triggers,
                    "items-and-sequence-within",
                    "sequence: [{event: A}, {event: B, within: 10s}, {event: C}], within: 20s");
            put(triggers, "any-of", "sequence: [{any_of: [A, B]}, {event: C}]");
            put(triggers, "any-of-last", "sequence: [{event: A}, {any_of: [B, C]}]");
            put(triggers, "times", "sequence: [{event: A, times: 3}]");
            put(triggers, "times-within", "sequence: [{event: A, times: 3}], within: 20s");
            put(triggers, "times-of-any", "sequence: [{any_of: [A, B], times: 2}, {event: C}]");
            put(triggers, "times-then-another", "sequence: [{event: A, times: 2}, {event: B}]");
            put(triggers, "another-then-times", "sequence: [{event: A}, {event: B, times: 2}]");
            put(triggers, "another-then-times-within", "sequence: [{event: A}, {event: B, times: 2, within: 10s}]");
            put(triggers, "absence", "sequence: [{event: A}, {none_of: [X], for: 10s}]");
            put(triggers, "absence-of-several", "sequence: [{event: A}, {none_of: [A, X], for: 10s}]");
            put(triggers, "absence-after-any", "sequence: [{any_of: [A, B]}, {none_of: [C, X], for: 10s}]");
            put(triggers, "absence-after-two", "sequence: [{event: A}, {event: B}, {none_of: [X], for: 10s}]");
            put(
                    triggers,
                    "absence-after-two-within",
                    "sequence: [{event: A}, {event: B}, {none_of: [X], for: 10s}], within: 20s");
            put(triggers, "absence-after-times", "sequence: [{event: A, times: 2}, {none_of: [X], for: 10s}]");
            put(
                    triggers,
                    "absence-after-times-within",
                    "sequence: [{event: A, times: 2}, {none_of: [X], for: 10s}], within: 20s");
            put(triggers, "absence-in-the-middle", "sequence: [{event: A}, {none_of: [X], for: 10s}, {event: B}]");
            put(
                    triggers,
                    "absence-in-the-middle-item-within",
                    "sequence: [{event: A}, {none_of: [X], for: 10s}, {event: B, within: 10s}]");
            put(
                    triggers,
                    "absence-in-the-middle-within",
                    "sequence: [{event: A}, {none_of: [X], for: 10s}, {event: B}], within: 20s");
            put(
                    triggers,
                    "absences-in-the-middle-and-at-the-end",
                    "sequence: [{event: A}, {none_of: [X], for: 10s}, {event: B}, {none_of: [C], for: 20s}]");
            put(
                    triggers,
                    "absence-before-times",
                    "sequence: [{event: A}, {none_of: [X], for: 10s}, {event: B, times: 2}]");
            put(triggers, "inactive-of-any", "inactive: {for: 20s, events: any}");
            put(triggers, "inactive-of-one", "inactive: {for: 10s, events: [A]}");
            put(triggers, "inactive-of-some", "inactive: {for: 10s, events: [A, B]}");
        }
    },

    /** Events with prices: 1 and 3, one without, and one that cancels. */
    PRICES(Alphabet.PRICES) {
        @Override
        void addTo(Map<String, WrittenTrigger> triggers) {
            put(triggers, "where", "{event: A, where: event.properties.price >= 2}");
            put(triggers, "where-lower", "{event: A, where: event.properties.price >= 1}");
            put(
                    triggers,
                    "where-within",
                    "sequence: [{event: A, where: event.properties.price >= 2}, {event: A, within: 10s}]");
            put(
                    triggers,
                    "where-lower-within",
                    "sequence: [{event: A, where: event.properties.price >= 1}, {event: A, within: 20s}]");
            put(
                    triggers,
                    "captured",
                    "sequence: [{event: A, as: a}, {event: A, where: event.properties.price > a.properties.price}]");
            put(
                    triggers,
                    "captured-of-either",
                    "sequence: [{any_of: [A, {event: X, where: event.properties.price < 3}], as: a},"
                            + " {event: A, where: event.properties.price == a.properties.price}]");
            put(
                    triggers,
                    "captured-of-two",
                    "sequence: [{event: A, as: a}, {event: X, as: x}, {event: A, where: "
                            + "event.properties.price > a.properties.price || event.properties.price == x.properties.price}]");
            put(
                    triggers,
                    "captured-times",
                    "sequence: [{event: A, times: 2, as: a},"
                            + " {event: A, where: event.properties.price > a.properties.price}]");
            put(
                    triggers,
                    "absence-where",
                    "sequence: [{event: A}, {none_of: [{event: A, where: event.properties.price >= 2}], for: 10s}]");
            put(
                    triggers,
                    "absence-where-captured",
                    "sequence: [{event: A, as: a}, {none_of:"
                            + " [{event: A, where: event.properties.price > a.properties.price}], for: 10s}]");
            put(
                    triggers,
                    "absence-after-where",
                    "sequence: [{event: A, where: event.properties.price >= 2}, {none_of: [X], for: 10s}]");
            put(
                    triggers,
                    "longer-absence-after-where-lower",
                    "sequence: [{event: A, where: event.properties.price >= 1}, {none_of: [X], for: 20s}]");
            put(
                    triggers,
                    "absence-in-the-middle-captured",
                    "sequence: [{event: A, as: a}, {none_of: [X], for: 10s},"
                            + " {event: A, where: event.properties.price >= a.properties.price}]");
            put(
                    triggers,
                    "inactive-where",
                    "inactive: {for: 10s, events: [{event: A, where: event.properties.price >= 2}]}");
        }
    },

    /** Events about two carts, under two names of the property, and one that does not say. */
    CARTS(Alphabet.CARTS) {
        @Override
        void addTo(Map<String, WrittenTrigger> triggers) {
            put(triggers, "per", "sequence: [{event: A}, {event: B}], " + PER);
            put(triggers, "per-event", "sequence: [{event: A}], " + PER);
            put(triggers, "per-same-event", "sequence: [{event: A}, {event: A}], " + PER);
            put(triggers, "per-within", "sequence: [{event: A}, {event: A, within: 10s}, {event: B}], " + PER);
            put(triggers, "per-times", "sequence: [{event: A, times: 2}, {event: B}], " + PER);
            put(triggers, "per-absence", "sequence: [{event: A}, {none_of: [A, B], for: 10s}], " + PER);
            put(triggers, "per-absence-of-other", "sequence: [{event: A}, {none_of: [B], for: 10s}], " + PER);
            put(
                    triggers,
                    "per-absence-in-the-middle",
                    "sequence: [{event: A}, {none_of: [B], for: 10s}, {event: A}], " + PER);
        }
    },

    /** Events, and what is known of the customer while they happen. */
    PROFILES(Alphabet.PROFILES) {
        @Override
        void addTo(Map<String, WrittenTrigger> triggers) {
            put(triggers, "profile", "{event: A, where: profile.traits.plan == 'pro'}");
            put(
                    triggers,
                    "profile-later",
                    "sequence: [{event: A}, {event: B, where: profile.traits.plan == 'pro', within: 10s}]");
            put(
                    triggers,
                    "profile-in-an-absence",
                    "sequence: [{event: A}, {none_of: [{event: B, where: profile.traits.plan == 'pro'}], for: 10s}]");
            put(triggers, "identified", "sequence: [{event: Identified}, {event: A}]");
        }
    };

    private static final String PER = "per: {property: cart, except: {B: basket}}";

    private final Alphabet alphabet;

    Shapes(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    Alphabet alphabet() {
        return alphabet;
    }

    /** By name, which is an id of a journey. */
    Map<String, WrittenTrigger> triggers() {
        var triggers = new LinkedHashMap<String, WrittenTrigger>();
        addTo(triggers);
        return triggers;
    }

    abstract void addTo(Map<String, WrittenTrigger> triggers);

    private static void put(Map<String, WrittenTrigger> triggers, String name, String text) {
        triggers.put(name, new WrittenTrigger(text.startsWith("{") ? text : "{" + text + "}"));
    }
}
