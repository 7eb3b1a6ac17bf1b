package dev.sendero.cli.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.broker.TopicCreation;
import dev.sendero.cli.CommandRun;
import dev.sendero.cli.TryProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {

    private static final String CART =
            "journey: %s\nstate: live\ntrigger:\n  event: Product Added\nsteps:\n  - exit: seen\n";

    @Test
    void journeys_are_published_paused_resumed_and_ended_in_a_running_system(@TempDir Path folder) throws Exception {
        TryProject.in(folder.resolve("shop"))
                .with("journeys/cart.yaml", CART.formatted("cart"))
                .with("journeys/gift.yaml", CART.formatted("gift"));
        TryProject.in(folder.resolve("less")).with("journeys/cart.yaml", CART.formatted("cart"));
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"));
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicCreation.create(admin, List.of(new NewTopic("journeys", Optional.of(1), Optional.of((short) 1))));
            String to = broker.bootstrapServers();

            assertThat(CommandRun.of("publish", folder.resolve("shop"), "--to", to)
                            .out())
                    .contains("cart: added, version ")
                    .contains("gift: added, version ");
            assertThat(CommandRun.of("publish", folder.resolve("shop"), "--to", to)
                            .out())
                    .isEqualTo("nothing to change\n");
            assertThat(CommandRun.of("pause", "cart", "--to", to).out())
                    .isEqualTo("cart: paused: nobody enters, who is inside waits\n");
            assertThat(CommandRun.of("pause", "--all", "--to", to).out())
                    .isEqualTo("gift: paused: nobody enters, who is inside waits\n");
            assertThat(CommandRun.of("resume", "cart", "--to", to).out()).isEqualTo("cart: live\n");
            assertThat(CommandRun.of("resume", "cart", "--to", to).out())
                    .isEqualTo("cart: not paused, left as it is\n");
            assertThat(CommandRun.of("publish", folder.resolve("less"), "--to", to, "--prune")
                            .out())
                    .isEqualTo("gift: ended, as its file is gone\n");
            assertThat(CommandRun.of("pause", "gift", "--to", to).err())
                    .startsWith("error: no journey 'gift' in the running system\n");
        }
    }

    @Test
    void a_plan_says_what_would_change_what_stays_pinned_and_how_many_would_enter(@TempDir Path folder)
            throws Exception {
        TryProject.in(folder.resolve("shop"))
                .with("journeys/cart.yaml", CART.formatted("cart"))
                .with("journeys/gift.yaml", CART.formatted("gift"));
        TryProject.in(folder.resolve("next"))
                .with("journeys/cart.yaml", CART.formatted("cart").replace("exit: seen", "exit: noticed"))
                .with("journeys/tip.yaml", CART.formatted("tip").replace("Product Added", "Product Viewed"));
        Path events = Files.writeString(folder.resolve("events.jsonl"), """
                {"type":"track","event":"Product Added","userId":"ada","timestamp":"2026-03-02T06:00:00Z","messageId":"1"}
                {"type":"track","event":"Product Added","userId":"ben","timestamp":"2026-03-02T09:30:00Z","messageId":"2"}
                {"type":"track","event":"Product Viewed","userId":"ben","timestamp":"2026-03-02T10:00:00Z","messageId":"3"}
                """);
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"));
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicCreation.create(admin, List.of(new NewTopic("journeys", Optional.of(1), Optional.of((short) 1))));
            String to = broker.bootstrapServers();
            CommandRun.of("publish", folder.resolve("shop"), "--to", to);

            var plan = CommandRun.of("publish", folder.resolve("next"), "--to", to, "--plan", "--events", events);

            assertThat(plan.exitCode()).isZero();
            assertThat(plan.out().replaceAll("[0-9a-f]{8}", "VERSION")).isEqualTo("""
                    cart: version VERSION would take the place of VERSION
                      changed: journeys/cart.yaml
                      pinned: who is inside VERSION finishes that
                      1 would enter within the hour; 0.5 in an hour of the history, 1 in its busiest
                    gift: is not in the project and stays as it is (--prune would end it)
                    tip: would be added, version VERSION
                      1 would enter within the hour; 0.3 in an hour of the history, 1 in its busiest
                    nothing has been changed: this is the plan
                    """);
            assertThat(CommandRun.of("publish", folder.resolve("next"), "--to", to, "--plan", "--prune")
                            .out())
                    .contains("gift: would be ended: who is inside leaves");
            assertThat(CommandRun.of("publish", folder.resolve("next"), "--to", to, "--plan", "--format", "json")
                            .out())
                    .contains("\"format\":\"sendero.publish-plan/1\"", "\"change\":\"left\"");
            assertThat(CommandRun.of("publish", folder.resolve("shop"), "--to", to)
                            .out())
                    .isEqualTo("nothing to change\n");
        }
    }

    @Test
    void a_project_with_a_failing_test_is_not_published(@TempDir Path folder) {
        TryProject.in(folder).with("journeys/cart.yaml", CART.formatted("cart")).with("tests/cart.yaml", """
                        journey: cart
                        tests:
                          - name: nobody is greeted
                            events:
                              - { at: "10:00", event: Product Added }
                            expect_not_entered: true
                        """);

        var run = CommandRun.of("publish", folder, "--to", "localhost:1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("FAIL", "error: a journey test fails, so nothing is published");
    }

    @Test
    void brokers_that_do_not_answer_are_named_once_and_soon() {
        var run = CommandRun.of("pause", "--all", "--to", "localhost:1");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("""
                        error: localhost:1: no answer within 5 s
                        hint: name brokers of the running system, such as --to localhost:9092
                        """);
    }

    @Test
    void a_pause_says_of_what() {
        assertThat(CommandRun.of("pause", "--to", "localhost:1").err())
                .isEqualTo("error: which journeys?\nhint: name them, or write --all\n");
    }
}
