package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;
import static dev.sendero.rules.language.Key.required;
import static dev.sendero.rules.language.Value.atLeastOne;
import static dev.sendero.rules.language.Value.either;
import static dev.sendero.rules.language.Value.form;
import static dev.sendero.rules.language.Value.mapOf;
import static dev.sendero.rules.language.Value.words;

import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.language.Value.Single;
import java.util.List;

/** What happens to a customer inside a journey. */
final class StepForms {

    private static final Key TEXT = required("text", Single.LIQUID, "What it says.");

    private static final Key TEMPLATE =
            required("template", Single.TEXT, "A file below templates, without its ending.");

    private static final Key GROUP = required(
            "group",
            Single.TEXT,
            "The subscription group that the customer must have agreed to; transactional needs no consent and has no caps.");

    private static final Key TO = optional("to", Single.LIQUID, "Another address than the profile's.");

    private static final Key EXPIRES =
            optional("expires", Single.DURATION, "How long after the decision it is too late to send.");

    private static final Key UTM = optional(
            "utm",
            either(Single.FLAG, form("utm")),
            "Query parameters of its links, beside those of the project, or false for none.");

    private static final Key SINCE = optional(
            "since",
            Single.TEXT,
            "From when on it counts: entry, or the id of a step (default: since the wait began).");

    private static final Key WAY = required("steps", JourneyForms.STEPS, "What happens then.");

    private static final Key THEN = optional("steps", JourneyForms.STEPS, "What happens then.");

    private static final Variant EMAIL = Variant.of(required("email", form("email"), "Sends an e-mail."));

    private static final Variant SMS = Variant.of(required("sms", form("sms"), "Sends a text message."));

    private static final Variant PUSH =
            Variant.of(required("push", form("push"), "Sends a notification to the customer's devices."));

    static final List<Form> ALL = List.of(
            Form.of(
                            "step",
                            "a step",
                            "One thing in a journey.",
                            optional(
                                    "id",
                                    Single.TEXT,
                                    "A name that stays when steps move; messages, waits and splits of a live journey need one."))
                    .with(
                            EMAIL,
                            SMS,
                            PUSH,
                            Variant.of(
                                    required(
                                            "first_reachable",
                                            atLeastOne(form("message")),
                                            "Sends the first of several messages that consent, address and suppression allow.")),
                            Variant.of(required("slack", form("slack"), "Writes into a channel of Slack.")),
                            Variant.of(required("crm", form("crm"), "Changes a record of the CRM.")),
                            Variant.of(required("webhook", form("webhook"), "Calls an address.")),
                            Variant.of(required(
                                    "delay",
                                    either(Single.DURATION, form("delay")),
                                    "Waits: for so long, or until a time.")),
                            Variant.of(required(
                                    "wait_until",
                                    atLeastOne(form("wait-arm")),
                                    "Waits for the first of several things.")),
                            Variant.of(required(
                                    "branch",
                                    atLeastOne(form("branch-arm")),
                                    "Goes the way of the first condition that is true.")),
                            Variant.of(required(
                                    "random_split",
                                    atLeastOne(form("split-arm")),
                                    "Goes a way by chance that is stable by customer, journey and split.")),
                            Variant.of(required(
                                    "set",
                                    mapOf(Single.EXPRESSION),
                                    "Changes traits of the profile: an expression for each.")),
                            Variant.of(required("start", Single.TEXT, "Enters another journey, by its id.")),
                            Variant.of(required("exit", Single.PROSE, "Leaves the journey, for this reason."))),
            Form.of("message", "a message of 'first_reachable'", "One message of several.")
                    .with(EMAIL, SMS, PUSH),
            Form.under("email", "An e-mail from a template.", TEMPLATE, GROUP, TO, EXPIRES, UTM),
            Form.under(
                    "utm",
                    "Query parameters of links.",
                    Utm.PARTS.stream()
                            .map(part -> optional(part, Single.TEXT, "The parameter utm_" + part + "."))
                            .toArray(Key[]::new)),
            Form.under("sms", "A text message.")
                    .with(Variant.of(TEXT, GROUP, TO, EXPIRES), Variant.of(TEMPLATE, GROUP, TO, EXPIRES)),
            Form.under(
                    "delay",
                    "Waits until a time.",
                    required(
                            "until",
                            either(Single.TIME, Single.EXPRESSION),
                            "A time of the day, or an expression that gives a time."),
                    SettingsForms.ZONE,
                    optional(
                            "if_past",
                            words("continue", "exit"),
                            "What happens when that time has passed (default exit).")),
            Form.under(
                    "push",
                    "A notification to the customer's devices.",
                    optional("title", Single.LIQUID, "Its title."),
                    TEXT,
                    optional("link", Single.LIQUID, "Where it leads."),
                    GROUP,
                    TO,
                    EXPIRES,
                    UTM),
            Form.under(
                    "crm",
                    "A change of a record of the CRM.",
                    required("object", Single.TEXT, "What kind of record, such as contact."),
                    optional("key", Single.LIQUID, "Which record (default: the customer's id)."),
                    required("set", mapOf(Single.ANYTHING), "The fields and their values, whose texts are Liquid."),
                    optional("note", Single.LIQUID, "A note on the record's timeline, for people to read.")),
            Form.under(
                    "slack",
                    "A note to people.",
                    required("channel", Single.LIQUID, "The channel, in quotes because of its '#'."),
                    TEXT),
            Form.under(
                    "webhook",
                    "A call of another system.",
                    required("url", Single.LIQUID, "Where; it begins with https://."),
                    optional(
                            "body",
                            Single.ANYTHING,
                            "What is sent: keys and values become JSON whose texts are Liquid."),
                    optional("headers", mapOf(Single.LIQUID), "Headers of the call.")),
            Form.of("wait-arm", "an arm of 'wait_until'", "One thing that a wait may end with.")
                    .with(
                            Variant.of(
                                    required("event", Single.TEXT, "An event of this name."),
                                    optional(
                                            "as", Single.TEXT, "The name under which the event is captured: run.NAME."),
                                    optional("where", Single.CONDITION, "Which of these events."),
                                    SINCE,
                                    THEN),
                            Variant.of(
                                    required(
                                            "opened",
                                            Single.TEXT,
                                            "The customer opens this run's message of this step."),
                                    SINCE,
                                    THEN),
                            Variant.of(
                                    required(
                                            "clicked",
                                            Single.TEXT,
                                            "The customer clicks in this run's message of this step."),
                                    SINCE,
                                    THEN),
                            Variant.of(required("when", Single.CONDITION, "This becomes true."), SINCE, THEN),
                            Variant.of(required("timeout", Single.DURATION, "Nothing came for so long."), THEN)),
            Form.of("branch-arm", "an arm of 'branch'", "One way of a branch.")
                    .with(
                            Variant.of(
                                    required(
                                            "if",
                                            Single.CONDITION,
                                            "Whether this way is taken; it must be true, unknown is not enough."),
                                    WAY),
                            Variant.of(required(
                                    "otherwise", JourneyForms.STEPS, "What happens when no condition is true."))),
            Form.of(
                    "split-arm",
                    "an arm of 'random_split'",
                    "One way of a split.",
                    required("name", Single.TEXT, "What it is called in tests and figures."),
                    required("share", Single.SHARE, "How many go this way; all shares add up to 100%."),
                    WAY));

    private StepForms() {}
}
