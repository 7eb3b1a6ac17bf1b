package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;
import static dev.sendero.rules.language.Key.required;
import static dev.sendero.rules.language.Value.either;
import static dev.sendero.rules.language.Value.form;
import static dev.sendero.rules.language.Value.listOf;
import static dev.sendero.rules.language.Value.words;

import dev.sendero.rules.language.Value.Number;
import dev.sendero.rules.language.Value.Single;
import java.util.List;

/** A journey file: what stands around the trigger and the steps. */
final class JourneyForms {

    static final Value STEPS = listOf(form("step"));

    static final List<Form> ALL = List.of(
            Form.of(
                    "journey",
                    "a journey",
                    "What starts a journey, whom it is for, what it does, and when it ends.",
                    required("journey", Single.TEXT, "The journey's id; the file is named after it."),
                    optional("title", Single.PROSE, "What people call the journey."),
                    optional(
                            "stage",
                            Single.TEXT,
                            "The stage of a customer's life to which it belongs: one of 'stages' in sendero.yaml."),
                    optional(
                            "state",
                            words("draft", "live", "paused", "ended"),
                            "draft (default): checked and tested, not run; live; paused: nobody enters, runs wait; ended: runs leave."),
                    optional(
                            "priority",
                            new Number(0, 1_000),
                            "Who wins when a frequency cap leaves room for one; higher first (default 50)."),
                    optional(
                            "migrate",
                            Single.FLAG,
                            "Whether people inside older versions move to this one (default false)."),
                    optional(
                            "detector",
                            words("built-in", "flink-cep"),
                            "What recognises the situation (default built-in)."),
                    required("trigger", form("trigger"), "The situation that starts the journey."),
                    optional("audience", Single.CONDITION, "Who may enter; looked at once, at entry."),
                    optional(
                            "runs",
                            words("one", "one_per_customer", "unbounded"),
                            "How many runs a customer may have at once: one per key (default), one_per_customer, or unbounded."),
                    optional(
                            "reentry",
                            either(words("always", "never"), Single.DURATION),
                            "When the same customer may enter again: always (default, after the run has ended), never, or how long after the last entry."),
                    optional("exit", listOf(form("exit-rule")), "What takes a customer out early."),
                    optional("conversion", form("conversion"), "The event that counts as success."),
                    optional(
                            "holdout",
                            Single.SHARE,
                            "The share that gets nothing, to measure what the journey brings."),
                    required("steps", STEPS, "What happens to a customer inside, in order.")),
            Form.of("exit-rule", "an entry of 'exit'", "What takes a customer out early.")
                    .with(
                            Variant.of(
                                    required("event", Single.TEXT, "An event of this name ends the run."),
                                    optional(
                                            "where",
                                            Single.CONDITION,
                                            "Which of these events; unknown is enough to end the run."),
                                    optional(
                                            "scope",
                                            words("run", "customer"),
                                            "run (default): only events that agree with the run's key; customer: all of the customer's.")),
                            Variant.of(required(
                                    "when",
                                    Single.CONDITION,
                                    "Ends the run as soon as it may be true; looked at after every event."))),
            Form.under(
                    "conversion",
                    "The event that counts as success.",
                    required("event", Single.TEXT, "Its name."),
                    optional("where", Single.CONDITION, "Which of these events count."),
                    required(
                            "within", Single.DURATION, "How long after entry it counts, also after the run has ended."),
                    optional("value", Single.EXPRESSION, "What it is worth, such as event.properties.total.")),
            Form.of(
                            "event-match",
                            "an entry of 'none_of'",
                            "An event of one name under a condition.",
                            required("event", Single.TEXT, "Its name."),
                            optional("where", Single.CONDITION, "Which of these events."))
                    .alsoCalled(
                            "an entry of 'any_of'",
                            "an entry of 'events'",
                            "an entry of 'until'",
                            "an entry of 'next'",
                            "an entry of 'followed_by'",
                            "an entry of 'followed_by_any'",
                            "an entry of 'not_next'",
                            "an entry of 'not_followed_by'"));

    private JourneyForms() {}
}
