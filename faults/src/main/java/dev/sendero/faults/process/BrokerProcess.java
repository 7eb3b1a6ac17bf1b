package dev.sendero.faults.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** A broker in a process of its own, which can be killed, frozen and started again at the same address. */
public final class BrokerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final int port = Ports.free();
    private JavaProcess process;

    private BrokerProcess(Path folder) {
        this.folder = folder;
        process = begin();
    }

    /** @param folder for its data and its log */
    public static BrokerProcess start(Path folder) {
        var broker = new BrokerProcess(folder);
        broker.awaitReady();
        return broker;
    }

    private JavaProcess begin() {
        return JavaProcess.start(
                List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                BrokerProgram.class,
                List.of(folder.resolve("kafka").toString(), Integer.toString(port)),
                Map.of(),
                folder.resolve("broker.log"));
    }

    private void awaitReady() {
        var settings = new Properties();
        settings.put("bootstrap.servers", address());
        settings.put("request.timeout.ms", "2000");
        settings.put("default.api.timeout.ms", "3000");
        Awaitility.await("the broker is there").atMost(START).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the broker has ended; its log is " + folder.resolve("broker.log"));
            }
            try (var admin = Admin.create(settings)) {
                return !admin.describeCluster().nodes().get().isEmpty();
            } catch (ExecutionException notYet) {
                return false;
            }
        });
    }

    /** Where clients find it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    public JavaProcess process() {
        return process;
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    /** After a kill: with the same data, at the same address. */
    public void startAgain() {
        process = begin();
        awaitReady();
    }

    @Override
    public void close() {
        process.close();
    }
}
