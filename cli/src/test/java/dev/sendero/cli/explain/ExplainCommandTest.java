package dev.sendero.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.Golden;
import dev.sendero.cli.TryProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void writeProject() throws IOException {
        project = folder.resolve("project");
        TryProject.in(project).with("journeys/cart.yaml", """
                        journey: cart
                        title: Abandoned cart
                        state: live
                        trigger:
                          sequence:
                            - event: Product Added
                              as: added
                              where: event.properties.price >= 20
                            - none_of: [Product Added, Order Completed]
                              for: 1h
                          per: cart_id
                        audience: profile.traits.plan != "blocked"
                        reentry: 7d
                        exit:
                          - event: Order Completed
                        steps:
                          - id: reminder
                            email: { template: left, to: "{{ profile.id }}@example.com", group: transactional }
                          - id: back
                            wait_until:
                              - event: Cart Viewed
                                steps: [ { exit: came back } ]
                              - timeout: 1d
                                steps: []
                          - id: offer
                            email: { template: left, to: "{{ profile.id }}@example.com", group: offers }
                        """).with("journeys/quiet.yaml", """
                        journey: quiet
                        title: Gone quiet
                        state: draft
                        trigger:
                          inactive: { for: 30d, events: [Product Viewed, Product Added] }
                        steps:
                          - id: miss
                            sms: { text: "We miss you", to: "+34600", group: transactional }
                        """);
    }

    @Test
    void a_customer_who_got_messages_reads_why() throws IOException {
        var run = explain("""
                {"type":"identify","userId":"ada","timestamp":"2026-03-02T07:00:00Z","messageId":"1","traits":{"plan":"free","timezone":"Europe/London"}}
                {"type":"track","event":"Product Viewed","userId":"ada","timestamp":"2026-03-02T08:59:00Z","messageId":"2"}
                {"type":"track","event":"Product Added","userId":"ada","timestamp":"2026-03-02T09:00:00Z","messageId":"3","properties":{"cart_id":"c1","price":35,"name":"Lamp"}}
                {"type":"track","event":"Order Completed","userId":"ada","timestamp":"2026-03-02T09:30:00Z","messageId":"4","properties":{"cart_id":"c2"}}
                {"type":"track","event":"Cart Viewed","userId":"ada","timestamp":"2026-03-02T12:00:00Z","messageId":"5","properties":{"cart_id":"c1"}}
                {"type":"track","event":"Product Added","userId":"ada","timestamp":"2026-03-02T13:00:00Z","messageId":"6","properties":{"cart_id":"c1","price":50,"name":"Rug"}}
                {"type":"track","event":"Product Viewed","userId":"eve","timestamp":"2026-03-03T08:00:00Z","messageId":"7"}
                """, "ada");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        Golden.assertMatches("explain-why", run.out());
    }

    @Test
    void a_customer_who_never_entered_reads_what_failed_each_time_and_by_what_value() throws IOException {
        String events = """
                {"type":"track","event":"Product Added","userId":"ben","timestamp":"2026-03-02T09:00:00Z","messageId":"1","properties":{"cart_id":"c1","price":12}}
                {"type":"track","event":"Product Added","userId":"ben","timestamp":"2026-03-02T10:00:00Z","messageId":"2","properties":{"price":40}}
                {"type":"track","event":"Product Added","userId":"ben","timestamp":"2026-03-02T11:00:00Z","messageId":"3","properties":{"cart_id":"c3","price":40}}
                {"type":"track","event":"Order Completed","userId":"ben","timestamp":"2026-03-02T11:20:00Z","messageId":"4","properties":{"cart_id":"c3"}}
                {"type":"identify","userId":"ben","timestamp":"2026-03-02T11:30:00Z","messageId":"5","traits":{"plan":"blocked"}}
                {"type":"track","event":"Product Added","userId":"ben","timestamp":"2026-03-02T12:00:00Z","messageId":"6","properties":{"cart_id":"c4","price":40}}
                {"type":"track","event":"Product Viewed","userId":"eve","timestamp":"2026-03-05T08:00:00Z","messageId":"7"}
                """;

        Golden.assertMatches(
                "explain-why-not", explain(events, "ben", "--journey", "cart").out());
        Golden.assertMatches(
                "explain-json",
                explain(events, "ben", "--journey", "cart", "--format", "json").out());
    }

    @Test
    void what_a_run_does_is_told_step_by_step_with_what_it_does_not_do() throws IOException {
        TryProject.in(project)
                .with("journeys/order.yaml", """
                journey: order
                title: After an order
                state: live
                trigger:
                  event: Order Completed
                  as: order
                  per: order_id
                exit:
                  - event: Order Refunded
                    where: event.properties.whole
                steps:
                  - id: thanks
                    email: { template: thanks, group: offers }
                  - id: size
                    branch:
                      - if: run.order.properties.total >= 100
                        steps:
                          - id: call
                            slack: { channel: "#desk", text: "Call {{ profile.id }}" }
                      - otherwise:
                          - delay: 2h
                          - id: kind
                            set: { buyer: '"small"' }
                """.replace("  as: order\n", "").replace("run.order", "run.trigger"))
                .with("templates/thanks.liquid", "---\nsubject: Thanks\n---\nThank you.");

        var run = explain("""
                {"type":"track","event":"Order Completed","userId":"finn","timestamp":"2026-03-02T09:00:00Z","messageId":"1","properties":{"order_id":"o1","total":60}}
                {"type":"track","event":"Order Refunded","userId":"finn","timestamp":"2026-03-02T10:00:00Z","messageId":"2","properties":{"order_id":"o1","whole":false}}
                {"type":"track","event":"Order Refunded","userId":"finn","timestamp":"2026-03-02T10:30:00Z","messageId":"3","properties":{"order_id":"o2","whole":true}}
                {"type":"track","event":"Product Viewed","userId":"finn","timestamp":"2026-03-02T12:00:00Z","messageId":"4"}
                """, "finn", "--journey", "order");

        assertThat(run.err()).isEmpty();
        Golden.assertMatches("explain-steps", run.out());
    }

    @Test
    void what_is_made_from_an_event_is_told_like_what_was_sent() throws IOException {
        TryProject.in(project).with("events.yaml", """
                derive:
                  Product Ordered: { from: Order Completed, each: products }
                """).with("journeys/refill.yaml", """
                journey: refill
                state: live
                trigger:
                  sequence:
                    - event: Product Ordered
                      where: event.properties.kind == "coffee"
                    - none_of: [Product Ordered]
                      for: 1d
                  per: sku
                steps:
                  - id: again
                    sms: { text: "More coffee?", to: "+34600", group: transactional }
                """);

        var run = explain("""
                {"type":"track","event":"Order Completed","userId":"gus","timestamp":"2026-03-02T09:00:00Z","messageId":"1","properties":{"products":[{"sku":"a","kind":"coffee"},{"sku":"b","kind":"tea"}]}}
                {"type":"track","event":"Order Completed","userId":"gus","timestamp":"2026-03-02T19:00:00Z","messageId":"2","properties":{"products":[{"sku":"a","kind":"coffee"}]}}
                {"type":"track","event":"Product Viewed","userId":"gus","timestamp":"2026-03-04T09:00:00Z","messageId":"3"}
                """, "gus", "--journey", "refill");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("refill [a] begins: enters at 2026-03-03 10:00:00 unless Product Ordered comes first")
                .contains("refill does not begin: kind is \"tea\", must be \"coffee\"")
                .contains("refill [a] ends: Product Ordered came after 10h")
                .contains("refill: entered 1 time, 1 message");
    }

    @Test
    void what_is_not_due_by_the_end_is_not_yet() throws IOException {
        String events = """
                {"type":"track","event":"Product Added","userId":"cleo","timestamp":"2026-03-02T09:00:00Z","messageId":"1","properties":{"cart_id":"c1","price":40}}
                {"type":"identify","userId":"cleo","timestamp":"2026-03-02T09:00:01Z","messageId":"2","traits":{"plan":"free"}}
                {"type":"track","event":"Product Viewed","userId":"eve","timestamp":"2026-03-02T09:40:00Z","messageId":"3"}
                """;

        assertThat(explain(events, "cleo").out())
                .contains(
                        "cart (Abandoned cart): not yet entered\n  not yet: [c1] enters at 11:00:00 unless Product Added"
                                + " or Order Completed comes first");
        assertThat(explain(events, "cleo", "--until", "2026-03-02T11:00:00Z").out())
                .contains("cart (Abandoned cart): entered 1 time, 1 message\n  not yet: [c1] is inside, waits at 'back'"
                        + " for Cart Viewed, until 2026-03-03 11:00:00 at the latest");
    }

    @Test
    void a_customer_without_events_is_said_to_have_none() throws IOException {
        var run = explain("""
                {"type":"track","event":"Product Viewed","userId":"eve","timestamp":"2026-03-02T09:40:00Z","messageId":"3"}
                """, "nobody");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("error: no events of customer 'nobody' among those of 1 customer");
    }

    @Test
    void what_a_device_did_before_a_login_is_told_of_its_user() throws IOException {
        var run = explain("""
                {"type":"track","event":"Product Added","anonymousId":"phone","timestamp":"2026-03-02T09:00:00Z","messageId":"1","properties":{"cart_id":"c1","price":40}}
                {"type":"identify","userId":"dora","anonymousId":"phone","timestamp":"2026-03-02T09:30:00Z","messageId":"2","traits":{"plan":"free"}}
                {"type":"track","event":"Product Viewed","userId":"dora","timestamp":"2026-03-02T11:00:00Z","messageId":"3"}
                """, "dora", "--journey", "cart");

        assertThat(run.out())
                .contains("Identified  (logs in on a device: what it did counts from here on)")
                .contains("cart [c1] begins: enters at 11:00:00 unless Product Added or Order Completed comes first")
                .contains("cart [c1] enters");
    }

    private CommandRun explain(String events, String customer, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("events.jsonl"), events);
        List<Object> arguments = new ArrayList<>(List.of("explain", project, "--events", file, "--customer", customer));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray());
    }
}
