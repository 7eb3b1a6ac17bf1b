package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;
import static dev.sendero.rules.language.Key.required;
import static dev.sendero.rules.language.Value.form;
import static dev.sendero.rules.language.Value.mapOf;

import dev.sendero.rules.language.Value.Number;
import dev.sendero.rules.language.Value.Single;
import java.util.List;

/** {@code channels.sms} and {@code channels.slack} of {@code sendero.yaml}. */
final class TextChannelForms {

    static final List<Form> ALL = List.of(
            Form.of(
                    "sms-channel",
                    "'channels.sms'",
                    "How text messages leave.",
                    optional("twilio", form("twilio"), "Twilio."),
                    EveryChannel.RATE,
                    EveryChannel.ON_DOUBT),
            Form.of(
                            "twilio",
                            "'twilio'",
                            "An account of Twilio.",
                            required("account", Single.TEXT, "Its SID, AC…"),
                            required(
                                    "token_env",
                                    Single.TEXT,
                                    "The environment variable that holds the account's token, with which Twilio also signs"
                                            + " its callbacks."),
                            optional(
                                    "api_key", Single.TEXT, "The SID of an API key that sends (default: the account)."),
                            optional(
                                    "api_key_secret_env",
                                    Single.TEXT,
                                    "The environment variable that holds the API key's secret."),
                            optional(
                                    "per_second",
                                    new Number(1, 1_000),
                                    "How many messages leave a second at most (default 1 for a number, 100 for a"
                                            + " messaging service)."),
                            optional(
                                    "help",
                                    Single.PROSE,
                                    "What is answered to HELP and INFO (default: Twilio's own answer)."),
                            optional("url", Single.TEXT, "Where the API is (default https://api.twilio.com)."))
                    .with(
                            Variant.of(required(
                                    "from",
                                    Single.TEXT,
                                    "The number that sends, in international form, such as +15550100000.")),
                            Variant.of(required(
                                    "messaging_service",
                                    Single.TEXT,
                                    "The SID of the messaging service that chooses a number, MG…"))),
            Form.of(
                            "slack-channel",
                            "'channels.slack'",
                            "How messages reach Slack: by a token, by webhooks, or by both.",
                            optional(
                                    "token_env",
                                    Single.TEXT,
                                    "The environment variable that holds a bot's token, xoxb-…"),
                            optional(
                                    "webhooks",
                                    mapOf(Single.TEXT),
                                    "By channel as steps name it, the environment variable that holds the address of its incoming"
                                            + " webhook."),
                            optional(
                                    "per_second",
                                    new Number(1, 1_000),
                                    "How many messages a channel gets a second at most (default 1)."),
                            optional("url", Single.TEXT, "Where the Web API is (default https://slack.com/api)."),
                            EveryChannel.RATE,
                            EveryChannel.ON_DOUBT)
                    .withOneAtLeast("token_env", "webhooks"));

    private TextChannelForms() {}
}
