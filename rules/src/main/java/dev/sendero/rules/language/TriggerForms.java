package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;
import static dev.sendero.rules.language.Key.required;
import static dev.sendero.rules.language.Value.atLeastOne;
import static dev.sendero.rules.language.Value.either;
import static dev.sendero.rules.language.Value.form;
import static dev.sendero.rules.language.Value.mapOf;
import static dev.sendero.rules.language.Value.words;

import dev.sendero.rules.language.Value.Number;
import dev.sendero.rules.language.Value.Single;
import java.util.ArrayList;
import java.util.List;

/** The situations that start a journey. */
final class TriggerForms {

    /** Names of events, or mappings with {@code event} and {@code where}. */
    static final Value EVENTS = atLeastOne(either(Single.TEXT, form("event-match")));

    /** An event by its name, several, or stages that repeat together. */
    private static final Value STAGE = either(Single.TEXT, EVENTS, form("cep-group"));

    private static final Value NOT = either(Single.TEXT, EVENTS);

    private static final Key WHERE = optional("where", Single.CONDITION, "Which of these events.");

    private static final Key AS =
            optional("as", Single.TEXT, "The name under which the event is captured: run.NAME in steps and templates.");

    private static final Key WITHIN = optional(
            "within", Single.DURATION, "How long after the previous item it may happen; the bound is in time.");

    private static final Key WITHIN_ALL =
            optional("within", Single.DURATION, "How long after the first event all must have happened.");

    private static final Key TIMES =
            optional("times", new Number(1, 1_000), "How many times it must happen (default 1).");

    private static final Value DAY =
            words("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private static final Key EXISTING =
            optional("existing", words("enter"), "Whether those who are in the segment already enter.");

    private static final Key PER = optional(
            "per",
            either(Single.TEXT, form("per")),
            "A property on which the events must agree, such as cart_id; a run is for one value of it.");

    static final List<Form> ALL = List.of(
            Form.of("trigger", "the trigger", "The situation that starts a journey.")
                    .with(
                            Variant.of(
                                    required("event", Single.TEXT, "An event of this name, at once."), AS, WHERE, PER),
                            Variant.of(
                                    required(
                                            "sequence",
                                            atLeastOne(form("sequence-item")),
                                            "Events in order; others between them are ignored."),
                                    WITHIN_ALL,
                                    PER),
                            Variant.of(required(
                                    "inactive",
                                    form("inactive"),
                                    "Nothing of some events for so long, after at least one.")),
                            Variant.of(required(
                                    "segment",
                                    form("segment-change"),
                                    "The moment a customer comes into a segment or leaves it.")),
                            Variant.of(required(
                                    "date",
                                    form("date"),
                                    "A date of the customer, such as a birthday, in the customer's time zone.")),
                            Variant.of(required("schedule", form("schedule"), "The audience, at a time.")),
                            Variant.of(
                                    required("api", Single.TEXT, "A call of POST /v1/journeys/NAME/trigger."),
                                    AS,
                                    WHERE,
                                    PER),
                            Variant.of(
                                    required(
                                            "cep",
                                            atLeastOne(form("cep-stage")),
                                            "A pattern of Flink CEP, for engineers."),
                                    WITHIN_ALL,
                                    PER,
                                    optional(
                                            "after_match",
                                            either(
                                                    words("no_skip", "skip_to_next", "skip_past_last"),
                                                    form("after-match")),
                                            "Which other matches end when one is complete (default no_skip: none)."))),
            Form.of("sequence-item", "this item of the sequence", "One thing that a sequence waits for.")
                    .alsoCalled("an item of 'sequence'")
                    .with(
                            Variant.of(
                                    required("event", Single.TEXT, "An event of this name."), AS, TIMES, WHERE, WITHIN),
                            Variant.of(required("any_of", EVENTS, "One of several events."), AS, TIMES, WITHIN),
                            Variant.of(
                                    required(
                                            "none_of",
                                            EVENTS,
                                            "None of these events happens, for as long as 'for' says."),
                                    required("for", Single.DURATION, "How long none of them happens."))),
            Form.under(
                    "per",
                    "The property on which the events must agree.",
                    required("property", Single.TEXT, "Its name."),
                    optional("except", mapOf(Single.TEXT), "For some events, by name, another property.")),
            Form.under(
                    "inactive",
                    "Nothing of some events for so long, after at least one.",
                    required("for", Single.DURATION, "How long."),
                    optional(
                            "events",
                            either(words("any"), EVENTS),
                            "Of which events; any (default) leaves our own receipts out.")),
            Form.of("segment-change", "'segment'", "The moment a segment changes.")
                    .with(
                            Variant.of(
                                    required("entered", Single.TEXT, "The segment that the customer comes into."),
                                    EXISTING),
                            Variant.of(required("left", Single.TEXT, "The segment that the customer leaves."))),
            Form.under(
                    "date",
                    "A date of the customer.",
                    required("trait", Single.TEXT, "The trait that holds the date."),
                    optional("at", Single.TIME, "The time of that day; without it, the time that the trait has."),
                    optional("before", Single.DURATION, "How long before the date."),
                    optional("after", Single.DURATION, "How long after the date."),
                    optional("every", words("year"), "Again each year.")),
            Form.under(
                    "schedule",
                    "A time at which the audience enters.",
                    required("every", either(words("day", "month"), DAY, atLeastOne(DAY)), "On which days."),
                    optional("on", new Number(1, 31), "With every month: on which day of it."),
                    required("at", Single.TIME, "The time of the day."),
                    SettingsForms.ZONE),
            Form.of("after-match", "'after_match'", "Skips to a stage of the pattern.")
                    .with(
                            Variant.of(required(
                                    "skip_to_first",
                                    Single.TEXT,
                                    "Ends those that began before the first event of this stage.")),
                            Variant.of(required(
                                    "skip_to_last",
                                    Single.TEXT,
                                    "Ends those that began before the last event of this stage."))),
            Form.of("cep-stage", "this stage", "One stage of a pattern of Flink CEP.")
                    .alsoCalled("a stage of 'cep'", "a stage of 'group'")
                    .with(
                            Variant.of(
                                    required(
                                            "event", Single.TEXT, "An event of this name; others may stand before it."),
                                    repeated(AS, WHERE)),
                            Variant.of(required("any_of", EVENTS, "One of several events."), repeated(AS)),
                            Variant.of(
                                    required("group", atLeastOne(form("cep-stage")), "Stages that repeat together."),
                                    repeated()),
                            Variant.of(required("next", STAGE, "Right after the stage before."), repeated(AS, WHERE)),
                            Variant.of(
                                    required(
                                            "followed_by",
                                            STAGE,
                                            "After the stage before; others between are ignored."),
                                    repeated(AS, WHERE)),
                            Variant.of(
                                    required(
                                            "followed_by_any",
                                            STAGE,
                                            "After the stage before: each of several that fit."),
                                    repeated(AS, WHERE)),
                            Variant.of(
                                    required("not_next", NOT, "What must not come right after the stage before."),
                                    WHERE),
                            Variant.of(
                                    required("not_followed_by", NOT, "What must not happen before the next stage."),
                                    WHERE)),
            Form.of(
                            "cep-group",
                            "'next'",
                            "Stages that repeat together.",
                            required("group", atLeastOne(form("cep-stage")), "The stages."))
                    .alsoCalled("'followed_by'", "'followed_by_any'"),
            Form.under(
                    "times",
                    "How many times a stage happens.",
                    required("from", new Number(1, 1_000), "At least."),
                    optional("to", new Number(1, 1_000), "At most; without it there is no end.")),
            Form.under(
                            "until",
                            "What ends a repetition.",
                            optional(
                                    "event", Single.TEXT, "An event of this name; without it, one of the stage's own."),
                            optional("where", Single.CONDITION, "Which of these events."))
                    .withOneAtLeast("event", "where"));

    private TriggerForms() {}

    /** The keys of a stage that may repeat. */
    private static Key[] repeated(Key... before) {
        var keys = new ArrayList<>(List.of(before));
        keys.add(optional(
                "times",
                either(new Number(1, 1_000), words("one_or_more"), form("times")),
                "How many times it happens (default 1)."));
        keys.add(optional(
                "between",
                words("next", "followed_by", "followed_by_any"),
                "How the events of a repetition follow each other."));
        keys.add(optional("greedy", Single.FLAG, "Whether it takes all events that it can."));
        keys.add(optional("optional", Single.FLAG, "Whether it need not happen."));
        keys.add(optional(
                "until", either(Single.TEXT, form("until"), EVENTS), "What ends a repetition without an end."));
        return keys.toArray(Key[]::new);
    }
}
