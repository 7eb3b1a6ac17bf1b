package dev.sendero.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.Topics;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.http.PortInUse;
import dev.sendero.gateway.query.Deliveries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayTest {

    @Test
    void a_port_in_use_is_named() {
        try (var first = new RunningGateway()) {
            int port = first.gateway.port();

            assertThatThrownBy(() -> start(GatewaySettings.LOOPBACK, port))
                    .isInstanceOf(PortInUse.class)
                    .hasMessage("port " + port + " on 127.0.0.1 is in use by another program");
        }
    }

    @Test
    void it_stops_quickly_even_while_a_client_keeps_its_connection() {
        var running = new RunningGateway();
        running.get("/health");
        long began = System.nanoTime();

        running.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void time_passes_in_the_log_while_nobody_does_anything() {
        try (var running = new RunningGateway()) {
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> running.events.beats().size() >= 2);

            assertThat(running.events.beats()).containsOnly(RunningGateway.NOW);
        }
    }

    @Test
    void off_loopback_there_is_ingest_and_no_console() throws Exception {
        try (var open = start("0.0.0.0", 0)) {
            String address = "http://127.0.0.1:" + open.port();

            assertThat(RunningGateway.statusOf(address + "/health")).isEqualTo(200);
            assertThat(RunningGateway.statusOf(address + "/journeys")).isEqualTo(404);
            assertThat(RunningGateway.statusOf(address + "/api/mailbox")).isEqualTo(404);
        }
    }

    private static Gateway start(String host, int port) throws PortInUse {
        var settings = new GatewaySettings(
                host, port, "", Topics.DEFAULT, List.of("key"), GatewaySettings.Ingest.OPEN, Optional.empty());
        var facts = new MemoryFactLog();
        return Gateway.start(
                settings,
                InstantSource.fixed(RunningGateway.NOW),
                TestStore.shared().parts(new MemoryJournal(), new MemoryMailbox(), Deliveries.NONE, new ProjectBoard()),
                new MemoryEventLog(),
                metrics -> facts.open());
    }
}
