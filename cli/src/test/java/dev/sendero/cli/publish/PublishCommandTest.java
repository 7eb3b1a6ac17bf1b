package dev.sendero.cli.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.cli.CommandRun;
import dev.sendero.cli.TryProject;
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
            admin.createTopics(List.of(new NewTopic("journeys", Optional.of(1), Optional.of((short) 1))))
                    .all()
                    .get();
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
