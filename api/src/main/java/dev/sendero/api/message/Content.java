package dev.sendero.api.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sendero.api.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a message says, before it is rendered for a customer: Liquid sources. Every string is a Liquid template; an
 * empty string means that the journey file says nothing there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "channel")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Content.Email.class, name = "email"),
    @JsonSubTypes.Type(value = Content.Sms.class, name = "sms"),
    @JsonSubTypes.Type(value = Content.Push.class, name = "push"),
    @JsonSubTypes.Type(value = Content.Slack.class, name = "slack"),
    @JsonSubTypes.Type(value = Content.Crm.class, name = "crm"),
    @JsonSubTypes.Type(value = Content.Webhook.class, name = "webhook")
})
public sealed interface Content {

    @JsonIgnore
    Channel channel();

    /** The recipient that the content itself names; empty when it is the profile's address. */
    String to();

    /** Stable over restarts and machines: equal contents have equal ids. */
    @JsonIgnore
    ContentId id();

    /** How the body of an e-mail is written. */
    enum Format {
        HTML,
        MJML
    }

    /**
     * @param to the recipient when it is not the profile's address
     * @param body HTML or MJML, by {@code format}
     * @param partials what the body may include, by name
     * @param locales the same in other languages, by BCP 47 tag; these have no recipient, no links and no locales
     * @param links query parameters that every link of the mail gets, by name; a link keeps those that it has
     */
    record Email(
            String to,
            String from,
            String subject,
            String preheader,
            Format format,
            String body,
            Map<String, String> partials,
            Map<String, Email> locales,
            Map<String, String> links)
            implements Content {

        /** What was published before there were locales and links has none. */
        public Email {
            locales = Objects.requireNonNullElse(locales, Map.of());
            links = Objects.requireNonNullElse(links, Map.of());
        }

        /** In one language, with links as they are written. */
        public Email(
                String to,
                String from,
                String subject,
                String preheader,
                Format format,
                String body,
                Map<String, String> partials) {
            this(to, from, subject, preheader, format, body, partials, Map.of(), Map.of());
        }

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public ContentId id() {
            var named = new TreeMap<>(partials);
            locales.forEach(
                    (tag, email) -> named.put("locale " + tag, email.id().value()));
            links.forEach((name, value) -> named.put("link " + name, value));
            return idOf("email", List.of(to, from, subject, preheader, format.name(), body), named);
        }
    }

    /**
     * @param to the number when it is not the profile's
     * @param locales the text in other languages, by BCP 47 tag
     */
    record Sms(String to, String text, Map<String, String> locales) implements Content {

        /** What was published before there were locales has none. */
        public Sms {
            locales = Objects.requireNonNullElse(locales, Map.of());
        }

        /** In one language. */
        public Sms(String to, String text) {
            this(to, text, Map.of());
        }

        @Override
        public Channel channel() {
            return Channel.SMS;
        }

        @Override
        public ContentId id() {
            return idOf("sms", List.of(to, text), locales);
        }
    }

    /**
     * A notification on the customer's device.
     *
     * @param to the device's token when it is not the profile's
     * @param link what opens when it is touched; empty for the app
     * @param links query parameters that the link gets, by name; it keeps those that it has
     */
    record Push(String to, String title, String text, String link, Map<String, String> links) implements Content {

        /** With the link as it is written. */
        public Push(String to, String title, String text, String link) {
            this(to, title, text, link, Map.of());
        }

        @Override
        public Channel channel() {
            return Channel.PUSH;
        }

        @Override
        public ContentId id() {
            return idOf("push", List.of(to, title, text, link), links);
        }
    }

    /** @param to the Slack channel, such as {@code #vip-desk} */
    record Slack(String to, String text) implements Content {
        @Override
        public Channel channel() {
            return Channel.SLACK;
        }

        @Override
        public ContentId id() {
            return idOf("slack", List.of(to, text), Map.of());
        }
    }

    /**
     * A change of one record in a customer relationship management system.
     *
     * @param to the record's key, which the system takes for the customer's
     * @param object the kind of record, such as {@code contact}
     * @param set the record's new values by name: a JSON object whose strings are Liquid templates
     * @param note what is written beside the record for people to read
     */
    record Crm(String to, String object, String set, String note) implements Content {

        /** What was published before there were notes has none. */
        public Crm {
            note = Objects.requireNonNullElse(note, "");
        }

        /** Without a note. */
        public Crm(String to, String object, String set) {
            this(to, object, set, "");
        }

        @Override
        public Channel channel() {
            return Channel.CRM;
        }

        @Override
        public ContentId id() {
            return idOf("crm", List.of(to, object, set), note.isEmpty() ? Map.of() : Map.of("note", note));
        }
    }

    /**
     * @param to the URL that is called by POST
     * @param body JSON whose strings are Liquid templates
     */
    record Webhook(String to, String body, Map<String, String> headers) implements Content {
        @Override
        public Channel channel() {
            return Channel.WEBHOOK;
        }

        @Override
        public ContentId id() {
            return idOf("webhook", List.of(to, body), headers);
        }
    }

    private static ContentId idOf(String kind, List<String> fields, Map<String, String> named) {
        var parts = new ArrayList<String>();
        parts.add(kind);
        parts.addAll(fields);
        new TreeMap<>(named).forEach((name, text) -> {
            parts.add(name);
            parts.add(text);
        });
        return new ContentId(Hash.of(32, parts.toArray(String[]::new)));
    }
}
