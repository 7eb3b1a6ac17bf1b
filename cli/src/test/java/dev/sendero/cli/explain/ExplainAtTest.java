package dev.sendero.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.Golden;
import dev.sendero.cli.TryProject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainAtTest {

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void writeProject() {
        project = folder.resolve("project");
        TryProject.in(project).with("journeys/cart.yaml", """
                journey: cart
                title: Abandoned cart
                state: live
                trigger:
                  sequence:
                    - event: Product Added
                      as: added
                    - none_of: [Order Completed]
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
                        steps: []
                      - timeout: 30d
                        steps: []
                  - id: offer
                    email: { template: left, group: offers }
                """).with("journeys/welcome.yaml", """
                journey: welcome
                state: paused
                trigger: { event: Signed Up }
                steps:
                  - id: hello
                    sms: { text: "Hello", to: "+34600", group: transactional }
                """);
    }

    @Test
    void what_a_running_system_decided_is_told_in_the_words_of_a_replay() throws IOException {
        try (var running = running()) {
            var run = CommandRun.of("explain", "--at", running.address(), "--customer", "ada");

            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
            Golden.assertMatches("explain-at", run.out());
        }
    }

    @Test
    void one_journey_may_be_asked_for() throws IOException {
        try (var running = running()) {
            assertThat(explain(running, "--customer", "ada", "--journey", "welcome")
                            .out())
                    .contains("welcome, paused: never entered: its situation never came about")
                    .doesNotContain("cart");
            assertThat(explain(running, "--customer", "ada", "--journey", "cat").err())
                    .startsWith("error: --journey: no journey 'cat' runs there\nhint: did you mean 'cart'?");
            assertThat(explain(running, "--customer", "ada", "--format", "json").out())
                    .startsWith("{\"format\":\"sendero.explain/1\",\"customer\":\"ada\"");
        }
    }

    @Test
    void a_customer_about_whom_nothing_was_decided_is_said_to_be_unknown() throws IOException {
        try (var running = running()) {
            var run = explain(running, "--customer", "nobody & nothing");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("error: " + running.address()
                            + ": nothing has been decided about a customer 'nobody & nothing'");
        }
    }

    @Test
    void where_nobody_answers_that_is_said() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        var run = CommandRun.of("explain", "--at", "localhost:" + port, "--customer", "ada");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("error: http://localhost:" + port + ": nobody answers there\nhint: is 'sendero");
    }

    @Test
    void a_history_or_a_running_system_has_to_be_named_and_not_both() {
        assertThat(CommandRun.of("explain", project, "--customer", "ada").err()).contains("--events", "--at");
        assertThat(CommandRun.of("explain", "--at", "x", "--events", "y", "--customer", "ada")
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("explain", "--at", "no address", "--customer", "ada")
                        .err())
                .startsWith("error: --at: 'no address' is no address");
    }

    private static CommandRun explain(ToldSystem running, String... options) {
        var arguments = new ArrayList<Object>(List.of("explain", "--at", running.address()));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray());
    }

    /** Ada's cart is left twice within a week; she has no consent for offers. */
    private ToldSystem running() throws IOException {
        Path events = Files.writeString(folder.resolve("events.jsonl"), """
                {"type":"identify","userId":"ada","timestamp":"2026-03-02T07:00:00Z","messageId":"1","traits":{"plan":"free","email":"ada@example.com"}}
                {"type":"track","event":"Product Added","userId":"ada","timestamp":"2026-03-02T09:00:00Z","messageId":"2","properties":{"cart_id":"c1","price":35,"name":"Lamp"}}
                {"type":"track","event":"Cart Viewed","userId":"ada","timestamp":"2026-03-02T12:00:00Z","messageId":"3","properties":{"cart_id":"c1"}}
                {"type":"track","event":"Product Added","userId":"ada","timestamp":"2026-03-03T09:00:00Z","messageId":"4","properties":{"cart_id":"c1","price":35,"name":"Lamp"}}
                {"type":"track","event":"Product Added","userId":"ada","timestamp":"2026-03-04T09:00:00Z","messageId":"5","properties":{"cart_id":"c2","price":12,"name":"Mug"}}
                {"type":"track","event":"Product Viewed","userId":"eve","timestamp":"2026-03-04T12:00:00Z","messageId":"6"}
                """);
        return ToldSystem.of(project, events, folder);
    }
}
