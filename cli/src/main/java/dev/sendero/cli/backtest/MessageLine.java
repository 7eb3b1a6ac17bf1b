package dev.sendero.cli.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.Rendered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A message as a line of {@code messages.jsonl}: keys in one order, those that the channel has. */
final class MessageLine {

    private static final JsonFactory FACTORY = new JsonFactory();

    private MessageLine() {}

    static String write(Message message, Rendered rendered) {
        var bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("id", message.id().value());
            json.writeStringField("journey", message.journey().value());
            json.writeStringField("version", message.version());
            json.writeStringField("run", message.run().value());
            json.writeStringField("step", message.step().value());
            json.writeStringField("channel", message.channel().wireName());
            json.writeStringField("customer", message.customer().value());
            json.writeStringField("at", message.at().toString());
            json.writeStringField("to", rendered.to());
            if (message.channel().reachesCustomer()) {
                json.writeStringField("group", message.group());
            }
            writeText(json, rendered);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("message " + message.id() + ": cannot be written to memory", impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void writeText(JsonGenerator json, Rendered rendered) throws IOException {
        if (rendered instanceof Rendered.Email email) {
            json.writeStringField("subject", email.subject());
            json.writeStringField("text", email.text());
            json.writeStringField("html", email.html());
        } else if (rendered instanceof Rendered.Sms sms) {
            json.writeStringField("text", sms.text());
        } else if (rendered instanceof Rendered.Slack slack) {
            json.writeStringField("text", slack.text());
        } else if (rendered instanceof Rendered.Push push) {
            json.writeStringField("title", push.title());
            json.writeStringField("text", push.text());
            json.writeStringField("link", push.link());
        } else if (rendered instanceof Rendered.Crm crm) {
            json.writeStringField("object", crm.object());
            json.writeStringField("text", crm.shownText());
        } else if (rendered instanceof Rendered.Webhook webhook) {
            json.writeStringField("text", webhook.body());
        }
    }
}
