package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;
import static dev.sendero.rules.language.Key.required;
import static dev.sendero.rules.language.Value.either;
import static dev.sendero.rules.language.Value.form;
import static dev.sendero.rules.language.Value.listOf;
import static dev.sendero.rules.language.Value.mapOf;
import static dev.sendero.rules.language.Value.words;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.language.Value.Number;
import dev.sendero.rules.language.Value.Single;
import java.util.Arrays;
import java.util.List;

/** {@code sendero.yaml} and {@code events.yaml}. */
final class SettingsForms {

    private static final int MOST = 10_000;

    /** The channels that reach customers. */
    static final Value CHANNEL = new Value.Words(Arrays.stream(Channel.values())
            .filter(Channel::reachesCustomer)
            .map(Channel::wireName)
            .toList());

    /** Whose clock times of the day are read on. */
    static final Key ZONE = optional("timezone", Single.TEXT, "customer (default), project, or a time zone.");

    static final List<Form> ALL = List.of(
            Form.of(
                    "settings",
                    "sendero.yaml",
                    "The settings of a project.",
                    optional("name", Single.PROSE, "What people call the project."),
                    optional(
                            "timezone",
                            Single.TEXT,
                            "Where a customer without a time zone lives, such as Europe/Madrid (default UTC)."),
                    optional("currency", Single.TEXT, "The ISO 4217 code of conversion values (default USD)."),
                    optional("stages", listOf(Single.TEXT), "The stages of a customer's life, in order."),
                    optional(
                            "subscription_groups",
                            mapOf(form("subscription-group")),
                            "What a customer may agree to, by name."),
                    optional(
                            "channels",
                            form("channels"),
                            "How messages leave; a channel that is not here goes to the dev mailbox."),
                    optional(
                            "frequency_caps",
                            listOf(form("frequency-cap")),
                            "How many messages a customer gets in a time."),
                    optional(
                            "quiet_hours",
                            either(form("quiet-hours"), form("quiet-hours-by-channel")),
                            "When nothing is sent."),
                    optional("holdout", Single.SHARE, "The share of all customers that no journey reaches."),
                    optional("utm", either(Value.Single.FLAG, form("utm")), "Parameters that links get."),
                    optional("links", form("links"), "Where the links of messages lead."),
                    optional("write_keys", listOf(Single.TEXT), "The keys that may write events (default dev)."),
                    optional("bounds", form("bounds"), "How much is kept of one customer at most.")),
            Form.of(
                    "links",
                    "'links'",
                    "Where customers reach the gateway by the links of their messages, and with which key these are signed.",
                    required("address", Single.TEXT, "Such as https://mail.example.com, without a path."),
                    optional(
                            "key_env",
                            Single.TEXT,
                            "The environment variable that holds the key: 32 bytes or more as base64 (default: one that is made and kept with the data).")),
            Form.of(
                    "subscription-group",
                    "a subscription group",
                    "What a customer may agree to.",
                    optional("title", Single.PROSE, "What customers read."),
                    optional("channels", listOf(CHANNEL), "Where it is offered (default: everywhere)."),
                    optional(
                            "default",
                            words("opted_in", "opted_out"),
                            "What holds for a customer who has said nothing (default opted_out).")),
            Form.of(
                    "frequency-cap",
                    "a frequency cap",
                    "How many messages a customer gets at most in a time, over all journeys.",
                    required("at_most", new Number(1, 1_000), "How many."),
                    required("per", Single.DURATION, "In how long a time, which slides."),
                    optional("channels", listOf(CHANNEL), "Of which channels (default: all)."),
                    optional("groups", listOf(Single.TEXT), "Of which subscription groups (default: all).")),
            Form.of(
                    "quiet-hours",
                    "quiet hours",
                    "When nothing is sent; what would be waits for the end.",
                    required("from", Single.TIME, "When they begin."),
                    required("to", Single.TIME, "When they end; the next day where that is earlier."),
                    ZONE),
            Form.of(
                    "quiet-hours-by-channel",
                    "'quiet_hours'",
                    "When nothing is sent, by channel.",
                    Arrays.stream(Channel.values())
                            .filter(Channel::reachesCustomer)
                            .map(channel -> optional(channel.wireName(), form("quiet-hours"), "On this channel."))
                            .toArray(Key[]::new)),
            Form.under(
                    "channels",
                    "How messages leave.",
                    optional("email", form("email-channel"), "E-mail."),
                    optional("sms", form("sms-channel"), "Text messages."),
                    optional("slack", form("slack-channel"), "Channels of Slack."),
                    optional("crm", form("crm-channel"), "A system for customer relationship management."),
                    optional("webhook", form("webhook-channel"), "Calls of other systems.")),
            Form.under(
                    "bounds",
                    "How much is kept of one customer at most.",
                    bound("traits", "Traits."),
                    bound("groups", "Subscription groups that the project does not have."),
                    bound("partials", "Situations that have begun."),
                    bound("runs", "Runs at once."),
                    bound("finished_runs", "Ended runs that may still convert."),
                    bound("entries", "Entries remembered for re-entry.")),
            Form.of(
                    "plan",
                    "events.yaml",
                    "The events that a project knows.",
                    optional(
                            "events",
                            mapOf(either(form("planned-event"), Single.NOTHING)),
                            "Events by name, with what they carry."),
                    optional(
                            "derive",
                            mapOf(form("derivation")),
                            "Events made from others: one for each element of a list."),
                    optional(
                            "fan_out",
                            mapOf(form("fan-out")),
                            "Events about an item that reach the customers who are interested in it.")),
            Form.of(
                    "derivation",
                    "an event that is made",
                    "An event made from another one.",
                    required("from", Single.TEXT, "The event that is sent."),
                    required("each", Single.TEXT, "Its property that is a list: one event for each element.")),
            Form.of(
                    "fan-out",
                    "an event that reaches others",
                    "An event about an item.",
                    required("by", Single.TEXT, "The property that names the item."),
                    required("to", form("interest"), "Whom it reaches.")),
            Form.of(
                    "interest",
                    "'to'",
                    "Who is interested in an item.",
                    required("event", Single.TEXT, "Whoever did this with the item."),
                    required("over", Single.DURATION, "How long ago at most."),
                    optional("at_most", new Number(1, 1_000_000), "How many customers at most.")),
            Form.of(
                    "planned-event",
                    "an event of events.yaml",
                    "One event.",
                    optional("description", Single.PROSE, "What it means."),
                    optional(
                            "properties",
                            mapOf(words("string", "number", "boolean", "list", "object", "any")),
                            "Its properties and their types; one that is not here may still come.")));

    private SettingsForms() {}

    private static Key bound(String name, String meaning) {
        return optional(name, new Number(1, MOST), meaning);
    }
}
