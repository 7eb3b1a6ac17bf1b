package dev.sendero.cli.heartbeat;

import dev.sendero.api.event.Event;
import dev.sendero.cli.options.BrokersOption;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.cli.terminal.TerminalLog;
import dev.sendero.cli.up.Running;
import dev.sendero.gateway.events.EventLog;
import dev.sendero.gateway.events.EventLogUnavailable;
import dev.sendero.gateway.events.Heartbeats;
import dev.sendero.gateway.events.KafkaEventLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets time pass where no gateway runs. */
@Command(
        name = "heartbeat",
        description = {
            "Let time pass in a topic of events while nobody does anything, where no gateway runs.",
            "Writes into every partition twice a second, until Ctrl-C. Several at once do no harm."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero heartbeat --to kafka-1:9092,kafka-2:9092",
            "  sendero heartbeat --to localhost:9092 --topic shop-events --once"
        })
public final class HeartbeatCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private BrokersOption to = new BrokersOption();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            defaultValue = "events",
            description = "Of events (default: ${DEFAULT-VALUE}).")
    private String topic = "events";

    @Option(names = "--once", description = "Write one into every partition and end.")
    private boolean once;

    /** @param clock stands in where the broker does not stamp records itself */
    public HeartbeatCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        TerminalLog.withoutKafka();
        return once ? beatOnce() : beatUntilTheEnd();
    }

    private int beatOnce() {
        try (var log = new KafkaEventLog(to.bootstrapServers(), topic)) {
            requireReachable(log);
            log.beat(clock.instant());
        }
        return ExitCode.FINE;
    }

    private int beatUntilTheEnd() {
        var running = new Running();
        var log = new KafkaEventLog(to.bootstrapServers(), topic);
        running.closeAtExit(log);
        requireReachable(log);
        var schedule = Executors.newSingleThreadScheduledExecutor();
        running.closeAtExit(schedule::shutdownNow);
        running.closeAtExit(new Heartbeats(log, clock, schedule));
        terminal.note("Time passes in the topic '" + topic + "' of " + to.bootstrapServers() + ". Ctrl-C stops.");
        return running.waitForEnd();
    }

    /** A heartbeat more somewhere does no harm, and one that is acknowledged says that the others will be taken. */
    private void requireReachable(EventLog log) {
        Instant now = clock.instant();
        Event heartbeat = dev.sendero.api.event.Heartbeats.at(now);
        try {
            log.append(List.of(heartbeat), now);
        } catch (EventLogUnavailable unavailable) {
            throw CommandFailure.environment(
                            "no heartbeat was taken by " + to.bootstrapServers() + ", topic '" + topic + "'",
                            "is this where Kafka is, and is there such a topic?")
                    .causedBy(unavailable);
        }
    }
}
