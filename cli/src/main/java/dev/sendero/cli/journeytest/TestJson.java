package dev.sendero.cli.journeytest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The outcome of journey tests for machines. */
final class TestJson {

    /** Changes when a reader of the old shape would misunderstand the new one. */
    private static final String FORMAT = "sendero.test/1";

    private TestJson() {}

    static String write(List<TestOutcome> outcomes) {
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField(
                    "passed", outcomes.stream().filter(TestOutcome::passed).count());
            json.writeNumberField(
                    "failed",
                    outcomes.stream().filter(outcome -> !outcome.passed()).count());
            json.writeArrayFieldStart("tests");
            for (TestOutcome outcome : outcomes) {
                write(json, outcome);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("outcomes: cannot be written to memory", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, TestOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", outcome.file());
        json.writeNumberField("line", outcome.test().place().line());
        json.writeStringField("journey", outcome.journey());
        json.writeStringField("name", outcome.test().name());
        json.writeBooleanField("passed", outcome.passed());
        json.writeNumberField("milliseconds", outcome.taken().toMillis());
        json.writeArrayFieldStart("faults");
        for (String fault : outcome.faults()) {
            json.writeString(fault);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("timeline");
        for (TimelineRow row : outcome.rows()) {
            json.writeStartObject();
            json.writeStringField("at", row.at().toString());
            json.writeStringField("expected", row.expected());
            json.writeStringField("actual", row.actual());
            json.writeStringField("difference", row.difference());
            json.writeBooleanField("matches", row.matches());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
