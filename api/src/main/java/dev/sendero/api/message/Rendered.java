package dev.sendero.api.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Objects;

/** A message as its recipient gets it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "channel")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rendered.Email.class, name = "email"),
    @JsonSubTypes.Type(value = Rendered.Sms.class, name = "sms"),
    @JsonSubTypes.Type(value = Rendered.Push.class, name = "push"),
    @JsonSubTypes.Type(value = Rendered.Slack.class, name = "slack"),
    @JsonSubTypes.Type(value = Rendered.Crm.class, name = "crm"),
    @JsonSubTypes.Type(value = Rendered.Webhook.class, name = "webhook")
})
public sealed interface Rendered {

    @JsonIgnore
    Channel channel();

    /** The address, number, channel or URL. */
    String to();

    /** What it says, as plain text; of a record or a call, the JSON that it is given. */
    String shownText();

    /**
     * @param preheader what mail programs show beside the subject; {@code html} begins with it, hidden
     * @param text the text alternative of {@code html}
     */
    record Email(String to, String from, String subject, String preheader, String text, String html)
            implements Rendered {
        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public String shownText() {
            return text;
        }
    }

    record Sms(String to, String text) implements Rendered {
        @Override
        public Channel channel() {
            return Channel.SMS;
        }

        @Override
        public String shownText() {
            return text;
        }
    }

    /**
     * @param to the device's token
     * @param link what opens when it is touched; empty for the app
     */
    record Push(String to, String title, String text, String link) implements Rendered {
        @Override
        public Channel channel() {
            return Channel.PUSH;
        }

        @Override
        public String shownText() {
            return text;
        }
    }

    /** @param text in Slack's markup, in which {@code &}, {@code <} and {@code >} of a text are written as in HTML */
    record Slack(String to, String text) implements Rendered {

        @Override
        public String shownText() {
            return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        }

        @Override
        public Channel channel() {
            return Channel.SLACK;
        }
    }

    /**
     * @param to the record's key
     * @param set a JSON object: the record's new values by name
     * @param note what is written beside the record for people to read; empty for nothing
     */
    record Crm(String to, String object, String set, String note) implements Rendered {

        /** What was kept before there were notes has none. */
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

        /** What is set and, on a line of its own, what is noted. */
        @Override
        public String shownText() {
            return note.isEmpty() ? set : set + "\n" + note;
        }
    }

    /** @param body JSON */
    record Webhook(String to, String body, Map<String, String> headers) implements Rendered {
        @Override
        public Channel channel() {
            return Channel.WEBHOOK;
        }

        @Override
        public String shownText() {
            return body;
        }
    }
}
