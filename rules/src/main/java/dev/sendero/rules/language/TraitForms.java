package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;
import static dev.sendero.rules.language.Key.required;
import static dev.sendero.rules.language.Value.either;
import static dev.sendero.rules.language.Value.form;
import static dev.sendero.rules.language.Value.listOf;
import static dev.sendero.rules.language.Value.mapOf;

import dev.sendero.rules.language.Value.Number;
import dev.sendero.rules.language.Value.Single;
import java.util.ArrayList;
import java.util.List;

/** A file of computed traits and segments. */
final class TraitForms {

    /** The name of an event, or several. */
    private static final Value EVENTS = either(Single.TEXT, listOf(Single.TEXT));

    private static final Key WHERE = optional("where", Single.CONDITION, "Which of these events.");

    private static final Key OVER = optional("over", Single.DURATION, "How long an event counts (default: for ever).");

    private static final Key OF = required("of", EVENTS, "Of which events.");

    private static final Key MONEY =
            optional("money", Single.FLAG, "Whether values of another currency are left out (default true).");

    static final List<Form> ALL = List.of(
            Form.of(
                    "traits",
                    "a file of traits",
                    "What is computed for each customer as events arrive.",
                    optional("traits", mapOf(form("trait")), "Computed traits by name: profile.traits.NAME."),
                    optional(
                            "segments",
                            mapOf(Single.CONDITION),
                            "Segments by name: who is in one, by a condition on the profile.")),
            Form.of("trait", "this trait", "How a trait comes about.")
                    .with(
                            Variant.of(
                                    required("count", EVENTS, "How many of these events; begins at 0."), WHERE, OVER),
                            ofValue("sum", "The sum of a value; begins at 0.", OVER, MONEY),
                            ofValue("min", "The smallest value.", OVER, MONEY),
                            ofValue("max", "The largest value.", OVER, MONEY),
                            ofValue("most_frequent", "The value that comes most often.", OVER),
                            ofValue("first", "The first value."),
                            ofValue("last", "The newest value.", OVER),
                            Variant.of(
                                    required(
                                            "points",
                                            mapOf(new Number(-1_000_000, 1_000_000)),
                                            "Points for events, by name; begins at 0."),
                                    OVER),
                            Variant.of(
                                    required("collect", EVENTS, "The items of these events, as a list."),
                                    required("by", Single.TEXT, "The property that tells items apart."),
                                    WHERE,
                                    optional("remove", EVENTS, "Events that take an item out."),
                                    optional("clear", EVENTS, "Events that take all out."),
                                    optional("keep", new Number(1, 100), "How many are kept at most (default 20)."))));

    private TraitForms() {}

    private static Variant ofValue(String kind, String meaning, Key... others) {
        var keys = new ArrayList<>(List.of(OF, WHERE));
        keys.addAll(List.of(others));
        return Variant.of(required(kind, Single.EXPRESSION, meaning), keys.toArray(Key[]::new));
    }
}
