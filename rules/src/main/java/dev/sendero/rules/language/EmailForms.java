package dev.sendero.rules.language;

import static dev.sendero.rules.language.Key.optional;
import static dev.sendero.rules.language.Key.required;
import static dev.sendero.rules.language.Value.form;
import static dev.sendero.rules.language.Value.listOf;

import dev.sendero.rules.language.Value.Number;
import dev.sendero.rules.language.Value.Single;
import java.util.List;

/** How e-mail leaves, and how we hear what becomes of it. */
final class EmailForms {

    static final List<Form> ALL = List.of(
            Form.of(
                    "email-channel",
                    "'channels.email'",
                    "How e-mail leaves.",
                    optional("smtp", form("smtp"), "A mail server."),
                    optional("dkim", form("dkim"), "How mail is signed (default: not here)."),
                    optional("bounces", form("bounces"), "How we hear of mail that did not arrive."),
                    optional("tracking", form("tracking"), "Whether we hear of mail that is read (default: not)."),
                    EveryChannel.RATE,
                    EveryChannel.ON_DOUBT),
            Form.of(
                    "smtp",
                    "'smtp'",
                    "A mail server.",
                    required("host", Single.TEXT, "Its name."),
                    optional("port", new Number(1, 65_535), "Its port (default 587, with implicit_tls 465)."),
                    optional("from", Single.TEXT, "The sender when a template names none."),
                    optional("user_env", Single.TEXT, "The environment variable that holds the user's name."),
                    optional("password_env", Single.TEXT, "The environment variable that holds the password."),
                    optional("starttls", Single.FLAG, "Whether the connection must be secured (default true)."),
                    optional(
                            "implicit_tls",
                            Single.FLAG,
                            "Whether it is secured from its first byte instead, as at port 465 (default false)."),
                    optional(
                            "calls_per_domain",
                            new Number(1, 1_000),
                            "How many mails go to recipients of one domain at once (default 20).")),
            Form.of(
                            "dkim",
                            "'dkim'",
                            "A key that signs mail.",
                            required("domain", Single.TEXT, "In whose name: the domain of the sender."),
                            required(
                                    "selector",
                                    Single.TEXT,
                                    "Where the DNS has the public key: SELECTOR._domainkey.DOMAIN."))
                    .with(
                            Variant.of(required(
                                    "key_env",
                                    Single.TEXT,
                                    "The environment variable that holds the private key: RSA, PKCS #8, PEM.")),
                            Variant.of(required("key_file", Single.TEXT, "The whole path of a file that holds it."))),
            Form.of(
                    "bounces",
                    "'bounces'",
                    "How we hear of mail that did not arrive.",
                    optional("to", Single.TEXT, "The address to which it is sent back (default: the sender)."),
                    optional(
                            "secret_env",
                            Single.TEXT,
                            "The environment variable that holds what callers of /v1/callbacks/email must know."),
                    optional("imap", form("imap"), "A mailbox in which it is looked for, once a minute.")),
            Form.of(
                    "imap",
                    "'imap'",
                    "A mailbox.",
                    required("host", Single.TEXT, "The name of its server."),
                    optional("port", new Number(1, 65_535), "Its port (default 993)."),
                    required("user_env", Single.TEXT, "The environment variable that holds the user's name."),
                    required("password_env", Single.TEXT, "The environment variable that holds the password."),
                    optional("folder", Single.TEXT, "Its folder (default INBOX)."),
                    optional("tls", Single.FLAG, "Whether the connection is secured (default true).")),
            Form.of(
                    "tracking",
                    "'tracking'",
                    "Whether we hear of mail that is read.",
                    optional("opens", Single.FLAG, "Whether a mail carries a picture for that (default false)."),
                    optional("clicks", Single.FLAG, "Whether links lead by way of the gateway (default false)."),
                    optional("text", Single.FLAG, "Whether those of the plain text do too (default false)."),
                    optional(
                            "groups",
                            listOf(Single.TEXT),
                            "Whose messages are followed (default: all subscription groups).")));

    private EmailForms() {}
}
