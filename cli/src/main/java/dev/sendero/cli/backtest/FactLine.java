package dev.sendero.cli.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sendero.api.fact.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A fact as a line of {@code facts.jsonl}: all keys on each line, in one order; {@code value} is null without one. */
final class FactLine {

    private static final JsonFactory FACTORY =
            new JsonFactory().configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

    private FactLine() {}

    static String write(Fact fact) {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("at", fact.at().toString());
            json.writeStringField("journey", fact.journey().value());
            json.writeStringField("version", fact.version());
            json.writeStringField("run", fact.run().value());
            json.writeStringField("customer", fact.customer());
            json.writeStringField("type", fact.type().wireName());
            json.writeStringField("step", fact.step());
            json.writeStringField("arm", fact.arm());
            json.writeStringField("key", fact.key());
            json.writeStringField("reason", fact.reason());
            if (fact.value().isStated()) {
                json.writeNumberField("value", fact.value().amount());
            } else {
                json.writeNullField("value");
            }
            json.writeStringField("currency", fact.value().currency());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("fact " + fact.id() + ": cannot be written to memory", impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
