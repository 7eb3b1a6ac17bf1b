package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;
import static dev.sendero.rules.language.Key.required;
import static dev.sendero.rules.language.Value.form;
import static dev.sendero.rules.language.Value.listOf;
import static dev.sendero.rules.language.Value.mapOf;

import dev.sendero.rules.language.Value.Number;
import dev.sendero.rules.language.Value.Single;
import java.util.List;

/** {@code channels.crm} and {@code channels.webhook} of {@code sendero.yaml}. */
final class ActionChannelForms {

    static final List<Form> ALL = List.of(
            Form.of(
                            "crm-channel",
                            "'channels.crm'",
                            "How records of customers are changed: in one of these systems.",
                            EveryChannel.RATE)
                    .with(
                            Variant.of(required("hubspot", form("hubspot"), "HubSpot.")),
                            Variant.of(required("salesforce", form("salesforce"), "Salesforce."))),
            Form.under(
                    "hubspot",
                    "HubSpot, with a private app.",
                    required("token_env", Single.TEXT, "The environment variable that holds the app's token."),
                    required(
                            "keys",
                            mapOf(Single.TEXT),
                            "By kind of record, the property that a step's key is a value of, such as"
                                    + " 'contact: email'; its values must be unique."),
                    optional(
                            "note_key",
                            Single.TEXT,
                            "The property of notes, with unique values, that holds the message's id (default"
                                    + " sendero_message)."),
                    optional("url", Single.TEXT, "Where the API is (default https://api.hubapi.com).")),
            Form.under(
                    "salesforce",
                    "Salesforce, with the client credentials of a connected app.",
                    required("login_url", Single.TEXT, "Your domain, such as https://shop.my.salesforce.com."),
                    required("client_id_env", Single.TEXT, "The environment variable that holds the client's id."),
                    required(
                            "client_secret_env",
                            Single.TEXT,
                            "The environment variable that holds the client's secret."),
                    required(
                            "keys",
                            mapOf(Single.TEXT),
                            "By kind of record, the external id field that a step's key is a value of, such as"
                                    + " 'Contact: Customer_Id__c'; its values must be unique."),
                    optional("instance_url", Single.TEXT, "Where the API is (default: what the token says)."),
                    optional("version", new Number(46, 999), "The version of the API (default 62).")),
            Form.of(
                    "webhook-channel",
                    "'channels.webhook'",
                    "How other systems are called, by Standard Webhooks.",
                    required(
                            "secret_env",
                            Single.TEXT,
                            "The environment variable that holds the secret, whsec_…; or several with spaces between"
                                    + " them, while one replaces another."),
                    optional(
                            "allow",
                            listOf(Single.TEXT),
                            "Addresses that are called although they are not public, such as 10.0.0.0/8."),
                    EveryChannel.RATE));

    private ActionChannelForms() {}
}
