package dev.sendero.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker in KRaft mode, broker and controller in one, on loopback and on ports of its own choice. Its data
 * survives a restart and a kill.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final FolderLock lock;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, FolderLock lock, int port) {
        this.server = server;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts a broker; returns when it serves.
     *
     * @param folder where the logs are kept; made and formatted when it is not there
     * @throws BrokerUnavailable when the folder cannot be used, for example because another broker uses it
     */
    public static EmbeddedBroker start(Path folder) throws BrokerUnavailable {
        return start(folder, freePort());
    }

    /**
     * As {@link #start(Path)}, where clients expect it.
     *
     * @param port of loopback
     */
    public static EmbeddedBroker start(Path folder, int port) throws BrokerUnavailable {
        // Kafka finds out about a second broker late, and then ends the whole process.
        FolderLock lock = lock(folder);
        try {
            format(folder);
            var server = new KafkaRaftServer(new KafkaConfig(settings(folder, port, freePort())), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(server, lock, port);
        } catch (Exception failed) {
            giveBack(lock);
            throw new BrokerUnavailable(
                    "the broker cannot start on " + folder + ": "
                            + innermost(failed).getMessage(),
                    failed);
        }
    }

    /**
     * A broker that can go on no more, for example when its disk fails, by itself ends the whole process without a
     * word. After this call, every broker of the process tells the listener instead, from any thread.
     */
    public static void reportFatalFaults(Consumer<? super BrokerUnavailable> listener) {
        Exit.Procedure report = (status, message) -> listener.accept(new BrokerUnavailable("the broker has stopped"
                + (message == null ? "; is the disk full, or its folder gone?" : ": " + message)));
        Exit.setExitProcedure(report);
        Exit.setHaltProcedure(report);
    }

    /** Where clients of this machine find it. */
    public String bootstrapServers() {
        return LOOPBACK + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        giveBack(lock);
    }

    private static FolderLock lock(Path folder) throws BrokerUnavailable {
        try {
            return FolderLock.tryTake(folder.resolveSibling(folder.getFileName() + ".lock"))
                    .orElseThrow(() -> new BrokerUnavailable(
                            "the data in " + folder + " is in use by another process (stop that one first)"));
        } catch (IOException unwritable) {
            throw new BrokerUnavailable("the folder " + folder + " cannot be written", unwritable);
        }
    }

    private static void giveBack(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the lock of the broker's folder cannot be given back", failed);
        }
    }

    private static void format(Path folder) throws Exception {
        try (var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(NODE)
                    .setClusterId(clusterId(folder))
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setIgnoreFormatted(true)
                    .run();
        }
    }

    /** The cluster keeps its id over restarts; Kafka refuses a folder that belongs to another one. */
    private static String clusterId(Path folder) throws IOException {
        Path file = folder.resolveSibling(folder.getFileName() + ".cluster-id");
        if (Files.notExists(file)) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file).strip();
    }

    private static Map<String, String> settings(Path folder, int port, int controllerPort) {
        var settings = new HashMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@" + LOOPBACK + ":" + controllerPort);
        settings.put(
                "listeners",
                "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(LOOPBACK, port, LOOPBACK, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(LOOPBACK, port));
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // After a kill the controller takes the broker of before for alive until its session has timed out.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        return settings;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new UncheckedIOException("loopback: no port to be had", refused);
        }
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
