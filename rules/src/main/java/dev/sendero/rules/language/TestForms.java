package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;
import static dev.sendero.rules.language.Key.required;
import static dev.sendero.rules.language.Value.either;
import static dev.sendero.rules.language.Value.form;
import static dev.sendero.rules.language.Value.listOf;
import static dev.sendero.rules.language.Value.mapOf;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.language.Value.Single;
import java.util.Arrays;
import java.util.List;

/** A file of journey tests. */
final class TestForms {

    private static final Key ANONYMOUS =
            optional("anonymous", Single.FLAG, "Whether it happens on a device before anybody has logged in.");

    static final List<Form> ALL = List.of(
            Form.of(
                    "test-file",
                    "a test file",
                    "Tests of one journey.",
                    required("journey", Single.TEXT, "The journey's id."),
                    required("tests", listOf(form("test")), "The tests.")),
            Form.of(
                            "test",
                            "a test",
                            "What happens to one customer, and what should come of it.",
                            required("name", Single.PROSE, "A sentence that says what is tested."),
                            optional("date", Single.DATE, "The first day (default 2026-03-02)."),
                            optional("profile", form("profile"), "Who the customer is."),
                            optional(
                                    "arms",
                                    mapOf(either(Single.FLAG, Single.TEXT)),
                                    "Pins the holdout (true or false) and splits (the arm's name)."),
                            required("events", listOf(form("test-event")), "What the customer does."),
                            optional(
                                    "expect",
                                    listOf(form("expected-message")),
                                    "The messages and actions, all of them, in order."),
                            optional(
                                    "expect_exit",
                                    either(Single.FLAG, Single.TEXT),
                                    "That the run is left: true, or for which reason."),
                            optional(
                                    "expect_not_entered",
                                    either(Single.FLAG, Single.TEXT),
                                    "That nobody enters: true, or for which reason."))
                    .withOneAtLeast("expect", "expect_exit", "expect_not_entered"),
            Form.of(
                    "profile",
                    "a profile",
                    "Who a customer is.",
                    optional("id", Single.TEXT, "The customer's id."),
                    optional("traits", mapOf(Single.ANYTHING), "Traits by name."),
                    optional(
                            "consent",
                            mapOf(listOf(SettingsForms.CHANNEL)),
                            "The channels agreed to, by subscription group.")),
            Form.of(
                            "test-event",
                            "an event",
                            "Something that the customer does.",
                            required("at", Single.TEST_TIME, "When: \"10:00\", or \"+2d 10:00\" for two days later."))
                    .with(
                            Variant.of(
                                    required("event", Single.TEXT, "An event of this name."),
                                    optional("properties", mapOf(Single.ANYTHING), "What it carries."),
                                    ANONYMOUS),
                            Variant.of(
                                    required("identify", mapOf(Single.ANYTHING), "New traits of the profile."),
                                    ANONYMOUS),
                            Variant.of(
                                    required("api", Single.TEXT, "A call that triggers journeys of this name."),
                                    optional("properties", mapOf(Single.ANYTHING), "What it carries.")),
                            Variant.of(required("opened", Single.TEXT, "Opens the message of this step.")),
                            Variant.of(required("clicked", Single.TEXT, "Clicks in the message of this step.")),
                            Variant.of(required("bounced", Single.TEXT, "The message of this step does not arrive."))),
            Form.of(
                            "expected-message",
                            "an entry of 'expect'",
                            "A message or action that should leave.",
                            required("at", Single.TEST_TIME, "When."))
                    .with(Arrays.stream(Channel.values())
                            .map(channel -> Variant.of(
                                    required(channel.wireName(), Single.TEXT, "The step that sends it."),
                                    optional("subject", Single.PROSE, "What its subject is."),
                                    optional("text", Single.PROSE, "What its text contains.")))
                            .toArray(Variant[]::new)));

    private TestForms() {}
}
