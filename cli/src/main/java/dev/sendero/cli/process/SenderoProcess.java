package dev.sendero.cli.process;

import dev.sendero.api.Topics;
import dev.sendero.broker.BrokerUnavailable;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.cli.publish.JourneyPublisher;
import dev.sendero.cli.publish.PublishFailed;
import dev.sendero.cli.terminal.IoReason;
import dev.sendero.courier.Courier;
import dev.sendero.courier.ReceiptSink;
import dev.sendero.courier.SendingHours;
import dev.sendero.engine.JobSettings;
import dev.sendero.engine.LocalCluster;
import dev.sendero.engine.event.TimeBounds;
import dev.sendero.gateway.Gateway;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.http.PortInUse;
import dev.sendero.rules.project.Project;
import dev.sendero.store.Database;
import dev.sendero.store.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** Broker, job, courier and gateway in this process, on one clock and one folder of data. */
public final class SenderoProcess implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final Duration A_CENTURY = Duration.ofDays(36_500);

    private final ClosingOrder started;
    private final String bootstrapServers;
    private final int port;

    private SenderoProcess(ClosingOrder started, String bootstrapServers, int port) {
        this.started = started;
        this.bootstrapServers = bootstrapServers;
        this.port = port;
    }

    /**
     * Starts everything; returns when events are taken.
     *
     * @param project without errors
     * @param receipts makes the place where receipts go, given the bootstrap servers; closed with the process
     * @param listener told of every later save
     * @param onFailure called when the job has failed for good
     * @throws EnvironmentProblem when something that the machine should give is missing; nothing is left running
     */
    public static SenderoProcess start(
            ProcessSettings settings,
            Project project,
            Function<String, ReceiptSink> receipts,
            ProjectListener listener,
            Consumer<Throwable> onFailure)
            throws EnvironmentProblem {
        var started = new ClosingOrder();
        try {
            return new Start(settings, project, receipts, listener, onFailure, started).run();
        } catch (EnvironmentProblem known) {
            started.close();
            throw known;
        } catch (BrokerUnavailable unavailable) {
            started.close();
            throw new EnvironmentProblem(
                    String.valueOf(unavailable.getMessage()),
                    "stop the other process, or give the project another folder",
                    unavailable);
        } catch (PortInUse taken) {
            started.close();
            throw LocalPort.inUse(taken.port(), taken);
        } catch (Exception failed) {
            started.close();
            throw new EnvironmentProblem(
                    "Sendero cannot start: " + innermost(failed),
                    "the log says more: " + settings.data().log(),
                    failed);
        }
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof IOException unusable ? IoReason.of(unusable) : String.valueOf(cause.getMessage());
    }

    private record Start(
            ProcessSettings settings,
            Project project,
            Function<String, ReceiptSink> receipts,
            ProjectListener listener,
            Consumer<Throwable> onFailure,
            ClosingOrder started) {

        /** What does not need the broker is made ready while it starts. */
        SenderoProcess run() throws Exception {
            Files.createDirectories(settings.data().root());
            var pseudonyms = Pseudonyms.of(KeptKey.in(settings.data().pseudonymKey(), "the key of pseudonyms"));
            var database = CompletableFuture.supplyAsync(
                    () -> Database.sqlite(settings.data().store(), pseudonyms));
            String servers = kafka();
            var topics = new KafkaTopics(
                    Topics.DEFAULT, PARTITIONS, (short) 1, settings.clock() instanceof ProcessClock.Real);
            topics.createOn(servers);
            if (settings.clock() instanceof ProcessClock.OfEvents events) {
                events.source().advanceTo(topics.newestEvent(servers));
            }
            var board = new ProjectBoard();
            var hours = new AtomicReference<>(SendingHours.of(project.settings()));
            publish(servers, board, new HoursListener(hours, listener));
            var job = CompletableFuture.supplyAsync(() -> startJob(servers));
            started.add("job", () -> job.thenAccept(LocalCluster::close).join());
            Database store = started.add("store", database.join());
            var around = new Surroundings(settings, project, servers, Storage.in(store), customerAddress(), started);
            Courier courier = CourierStart.start(around, hours::get, receipts);
            Gateway gateway = GatewayStart.start(around, board);
            gateway.measure(courier.metrics());
            job.join();
            return new SenderoProcess(started, servers, gateway.port());
        }

        private LocalCluster startJob(String servers) {
            try {
                return LocalCluster.start(
                        JobSettings.of(servers, settings.data().checkpoints().toUri())
                                .withTime(timeBounds()),
                        onFailure);
            } catch (Exception failed) {
                throw new CompletionException(failed);
            }
        }

        /** In a replay nothing is too old: what is replayed lies in the past. */
        private TimeBounds timeBounds() {
            return settings.clock() instanceof ProcessClock.Real
                    ? TimeBounds.DEFAULT
                    : new TimeBounds(TimeBounds.DEFAULT.disorder(), TimeBounds.DEFAULT.future(), A_CENTURY);
        }

        private String kafka() throws BrokerUnavailable {
            if (settings.usesOuterKafka()) {
                return settings.kafka();
            }
            EmbeddedBroker.reportFatalFaults(onFailure);
            return started.add("broker", EmbeddedBroker.start(settings.data().broker()))
                    .bootstrapServers();
        }

        private void publish(String servers, ProjectBoard board, ProjectListener saves)
                throws PublishFailed, IOException {
            var publisher = JourneyPublisher.open(servers, Topics.DEFAULT.journeys());
            Instant now = settings.clock().source().instant();
            saves.published(project, publisher.publish(project, now), now);
            board.show(project);
            started.add(
                    "project follower",
                    new ProjectFollower(
                            settings.project(),
                            publisher,
                            board,
                            settings.clock().source(),
                            saves));
        }

        /** A simulation's customers follow no links. */
        private Optional<CustomerAddress> customerAddress() throws EnvironmentProblem {
            return settings.feed() == ProcessSettings.Feed.HTTP
                    ? Optional.of(CustomerAddress.of(
                            project.settings().links(), settings.environment(), settings.port(), settings.data()))
                    : Optional.empty();
        }
    }

    /** Where the console is. */
    public String consoleAddress() {
        return "http://localhost:" + port;
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Takes less than 5 s; what is not done yet is done after the next start. */
    @Override
    public void close() {
        started.close();
    }
}
