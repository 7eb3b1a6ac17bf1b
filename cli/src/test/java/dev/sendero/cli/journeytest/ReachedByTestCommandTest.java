package dev.sendero.cli.journeytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.TryProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides whom a message reaches and in which words, as journey tests and backtests see it. */
class ReachedByTestCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeProject() {
        TryProject.in(folder)
                .with("sendero.yaml", """
                        name: Try
                        holdout: 5%
                        utm: { source: try }
                        subscription_groups:
                          offers: { title: Offers, channels: [email, sms, push], default: opted_in }
                        """)
                .with("templates/offer.liquid", """
                        ---
                        subject: "Hello {{ profile.id }}"
                        ---
                        <p><a href="https://shop.example/cart">Your cart</a></p>
                        """)
                .with("templates/offer.es.liquid", """
                        ---
                        subject: "Hola {{ profile.id }}"
                        ---
                        <p><a href="https://shop.example/es/cart">Tu cesta</a></p>
                        """)
                .with("journeys/cart.yaml", """
                        journey: cart
                        state: live
                        trigger: { event: Product Added }
                        steps:
                          - id: nudge
                            first_reachable:
                              - push: { title: Cart, text: Your cart waits, group: offers }
                              - email: { template: offer, group: offers }
                          - start: care
                          - delay: 1h
                          - id: ordered
                            wait_until:
                              - event: Order Completed
                                since: entry
                                steps:
                                  - crm: { object: contact, set: { lifecycle: customer } }
                              - timeout: 1d
                                steps: []
                        """)
                .with("journeys/care.yaml", """
                        journey: care
                        state: live
                        trigger: { event: Complaint Filed }
                        steps:
                          - delay: 30m
                          - id: note
                            slack: { channel: "#care", text: "{{ profile.id }} added {{ run.trigger.properties.name }}" }
                        """);
    }

    private CommandRun test(String tests) {
        new TryProject(folder).with("tests/cart.yaml", "journey: cart\ntests:\n" + tests);
        return CommandRun.of("test", folder);
    }

    @Test
    void a_journey_test_sees_channels_languages_links_and_started_journeys() {
        var run = test("""
                  - name: a customer without a device gets a mail in her language
                    profile: { id: ada, traits: { email: ada@example.com, locale: es-MX } }
                    arms: { holdout: false }
                    events:
                      - { at: "10:00", event: Product Added, properties: { name: Lamp } }
                      - { at: "10:40", event: Order Completed }
                    expect:
                      - at: "10:00"
                        email: nudge
                        subject: Hola ada
                        text: "Tu cesta (https://shop.example/es/cart?utm_campaign=cart&utm_content=nudge&utm_medium=email&utm_source=try)"
                      - { at: "10:30", slack: note, text: ada added Lamp }
                      - { at: "11:00", crm: 4.1.1, text: customer }
                  - name: a customer with a device gets a notification
                    profile: { id: ada, traits: { email: ada@example.com, push_token: t1 } }
                    arms: { holdout: false }
                    events:
                      - { at: "10:00", event: Product Added, properties: { name: Lamp } }
                    expect:
                      - { at: "10:00", push: nudge, subject: Cart, text: Your cart waits }
                      - { at: "10:30", slack: note }
                  - name: a customer whose address has bounced gets no mail
                    profile: { id: ada, traits: { email: ada@example.com } }
                    arms: { holdout: false }
                    events:
                      - { at: "09:00", event: Email Bounced }
                      - { at: "10:00", event: Product Added, properties: { name: Lamp } }
                    expect:
                      - { at: "10:30", slack: note }
                  - name: a customer who is held out of all journeys gets nothing
                    profile: { id: ada, traits: { email: ada@example.com } }
                    arms: { holdout: true }
                    events:
                      - { at: "10:00", event: Product Added, properties: { name: Lamp } }
                    expect: []
                """);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("4 passed in");
    }

    @Test
    void a_test_that_does_not_say_who_is_held_out_of_all_journeys_fails() {
        var run = test("""
                  - name: nobody says
                    profile: { traits: { email: ada@example.com } }
                    events:
                      - { at: "10:00", event: Product Added, properties: { name: Lamp } }
                    expect: []
                """);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("the journey or the project has a holdout");
    }

    @Test
    void a_backtest_decides_the_same() throws Exception {
        new TryProject(folder)
                .with(
                        "sendero.yaml",
                        Files.readString(folder.resolve("sendero.yaml")).replace("holdout: 5%\n", ""));
        Path events = folder.resolve("events.jsonl");
        Files.write(
                events,
                List.of(
                        identify("ada", "\"email\":\"ada@example.com\",\"locale\":\"es\""),
                        identify("bob", "\"email\":\"bob@example.com\",\"push_token\":\"t2\""),
                        track("ada", "Product Added", "10:00", "\"name\":\"Lamp\""),
                        track("bob", "Product Added", "10:00", "\"name\":\"Chair\""),
                        track("ada", "Order Completed", "10:40", "")));
        Path messages = folder.resolve("messages.jsonl");

        var run = CommandRun.of("backtest", folder, "--events", events, "--out", messages);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(Files.readAllLines(messages))
                .hasSize(5)
                .anyMatch(line -> line.contains("Hola ada") && line.contains("utm_source=try"))
                .anyMatch(line -> line.contains("\"channel\":\"push\"") && line.contains("\"customer\":\"bob\""))
                .anyMatch(line -> line.contains("\"channel\":\"crm\"") && line.contains("\"customer\":\"ada\""))
                .anyMatch(line -> line.contains("bob added Chair"));
    }

    private static String identify(String user, String traits) {
        return "{\"messageId\":\"i-" + user + "\",\"type\":\"identify\",\"userId\":\"" + user
                + "\",\"timestamp\":\"2026-03-02T08:00:00Z\",\"traits\":{" + traits + "}}";
    }

    private static String track(String user, String event, String at, String properties) {
        return "{\"messageId\":\"" + user + event + at + "\",\"type\":\"track\",\"userId\":\"" + user
                + "\",\"event\":\"" + event + "\",\"timestamp\":\"2026-03-02T" + at + ":00Z\",\"properties\":{"
                + properties + "}}";
    }
}
