package dev.sendero.cli.cep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.TryProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journeys with {@code detector: flink-cep}, by the commands that run journeys. */
class HostedJourneyTest {

    private static final String EVENTS = """
            {"type":"track","messageId":"1","userId":"ada","event":"Product Added","timestamp":"2026-03-01T10:00:00Z","properties":{"name":"Lamp","price":35}}
            {"type":"track","messageId":"2","userId":"bob","event":"Product Added","timestamp":"2026-03-01T10:00:00Z","properties":{"name":"Sofa","price":350}}
            {"type":"track","messageId":"3","userId":"bob","event":"Order Completed","timestamp":"2026-03-01T10:30:00Z","properties":{}}
            {"type":"track","messageId":"4","userId":"eve","event":"Product Added","timestamp":"2026-03-01T11:00:00Z","properties":{"name":"Chair","price":40}}
            {"type":"track","messageId":"5","userId":"eve","event":"Product Added","timestamp":"2026-03-01T11:40:00Z","properties":{"name":"Table","price":90}}
            """;

    @TempDir
    Path folder;

    @Test
    void a_backtest_sends_the_same_messages() throws IOException {
        TryProject.in(folder).withAbandonedCart();

        String builtIn = messages();
        hostAbandonedCart();

        assertThat(messages()).isEqualTo(builtIn).contains("ada@example.com", "Table", "\"2026-03-01T12:40:00Z\"");
    }

    @Test
    void a_journey_test_passes() throws IOException {
        TryProject.in(folder).withAbandonedCart().with("tests/abandoned-cart.yaml", """
                journey: abandoned-cart
                tests:
                  - name: a shopper who leaves a cart is reminded after an hour
                    profile: { id: ada }
                    arms: { holdout: false, offer: desk }
                    events:
                      - { at: "10:00", event: Product Added, properties: { name: Lamp, price: 35 } }
                    expect:
                      - { at: "11:00", email: reminder, subject: "ada, your Lamp waits" }
                      - { at: "13:00", slack: note }
                """);
        hostAbandonedCart();

        var run = CommandRun.of("test", folder);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    /** The journey is the example of the documentation. */
    @Test
    void a_journey_with_a_pattern_of_flink_cep_is_tested_like_any_other() throws IOException {
        String page = Files.readString(Path.of("../docs/cep.md"));
        int start = page.indexOf("journey: comparing");
        TryProject.in(folder)
                .with("journeys/comparing.yaml", page.substring(start, page.indexOf("```", start)))
                .with("tests/comparing.yaml", """
                        journey: comparing
                        tests:
                          - name: who compares and takes nothing is told to the desk after an hour
                            profile: { id: ada }
                            events:
                              - { at: "09:58", event: Product Viewed, properties: { name: Mug, price: 8 } }
                              - { at: "09:59", event: Product Viewed, properties: { name: Sofa, price: 900 } }
                              - { at: "10:00", event: Product Viewed, properties: { name: Lamp, price: 100 } }
                              - { at: "10:01", event: Product Viewed, properties: { name: Desk, price: 300 } }
                              - { at: "10:02", event: Product Viewed, properties: { name: Shelf, price: 200 } }
                              - { at: "10:03", event: Size Guide Opened }
                            expect:
                              - { at: "10:59", slack: desk, text: "ada compared 4 products, the last one Shelf" }
                          - name: who does something else in between is not
                            profile: { id: ada }
                            events:
                              - { at: "10:00", event: Product Viewed, properties: { name: Lamp, price: 100 } }
                              - { at: "10:01", event: Product Viewed, properties: { name: Desk, price: 300 } }
                              - { at: "10:02", event: Page Viewed }
                              - { at: "10:03", event: Product Viewed, properties: { name: Shelf, price: 200 } }
                              - { at: "10:04", event: Size Guide Opened }
                            expect: []
                          - name: who takes one of them is not
                            profile: { id: ada }
                            events:
                              - { at: "10:00", event: Product Viewed, properties: { name: Lamp, price: 100 } }
                              - { at: "10:01", event: Product Viewed, properties: { name: Desk, price: 300 } }
                              - { at: "10:02", event: Product Viewed, properties: { name: Shelf, price: 200 } }
                              - { at: "10:03", event: Size Guide Opened }
                              - { at: "11:00", event: Product Added, properties: { name: Shelf, price: 200 } }
                            expect: []
                        """);

        var run = CommandRun.of("test", folder);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    private void hostAbandonedCart() throws IOException {
        Path journey = folder.resolve("journeys/abandoned-cart.yaml");
        Files.writeString(journey, Files.readString(journey) + "detector: flink-cep\n");
    }

    /** Without the version, of which the detector is a part. */
    private String messages() throws IOException {
        Path messages = folder.resolve("messages.jsonl");
        Path events = folder.resolve("events.jsonl");
        Files.writeString(events, EVENTS);
        var run = CommandRun.of("backtest", folder, "--events", events, "--out", messages);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.readString(messages).replaceAll("\"version\":\"[0-9a-f]+\",", "");
    }
}
