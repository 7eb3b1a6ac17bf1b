package dev.sendero.cli.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sendero.api.JourneyId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/** The result of a backtest for machines. */
final class BacktestJson {

    /** Changes when a reader of the old shape would misunderstand the new one. */
    private static final String FORMAT = "sendero.backtest/1";

    private static final JsonFactory FACTORY =
            new JsonFactory().configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

    private BacktestJson() {}

    static String write(BacktestResult result) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("events", result.events());
            json.writeNumberField("customers", result.customers());
            json.writeArrayFieldStart("journeys");
            for (Map.Entry<JourneyId, JourneyFigures> entry : result.figures().entrySet()) {
                write(json, entry.getKey(), entry.getValue());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("not_rendered");
            for (var failures : result.renderFailures().byCause().entrySet()) {
                json.writeStartObject();
                json.writeStringField("cause", failures.getKey());
                json.writeNumberField("count", failures.getValue().count());
                json.writeStringField(
                        "customer", failures.getValue().example().customer().value());
                json.writeStringField("at", failures.getValue().example().at().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("result: cannot be written to memory", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, JourneyId journey, JourneyFigures figures) throws IOException {
        json.writeStartObject();
        json.writeStringField("journey", journey.value());
        json.writeNumberField("entered", figures.entered());
        json.writeNumberField("held_out", figures.heldOut());
        writeCounts(json, "messages", figures.messages());
        writeCounts(json, "skipped", figures.skipped());
        writeCounts(json, "not_entered", figures.notEntered());
        json.writeNumberField("converted", figures.converted());
        json.writeObjectFieldStart("value");
        for (Map.Entry<String, BigDecimal> amount : figures.value().entrySet()) {
            json.writeNumberField(amount.getKey(), amount.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("exited", figures.exited());
        json.writeNumberField("completed", figures.completed());
        json.writeEndObject();
    }

    private static void writeCounts(JsonGenerator json, String field, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }
}
