package dev.sendero.faults.process;

import dev.sendero.engine.JobSettings;
import dev.sendero.engine.JourneyJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;

/** Flink as it is installed: a job manager and task managers of one slot each, every one a process of its own. */
public final class FlinkCluster implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final int ANSWER_SECONDS = 60;
    private static final List<String> QUICK_START = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Duser.timezone=UTC",
            "-Dlogback.configurationFile=fault/cluster.logback.xml");

    private final Path folder;
    private final JavaProcess jobManager;
    private final List<JavaProcess> taskManagers = new ArrayList<>();
    private final RestClusterClient<String> client;
    private int started;

    private FlinkCluster(Path folder, JavaProcess jobManager, RestClusterClient<String> client) {
        this.folder = folder;
        this.jobManager = jobManager;
        this.client = client;
    }

    /** @param folder for logs and whatever else the processes write */
    public static FlinkCluster start(Path folder, int taskManagers) throws Exception {
        return start(folder, taskManagers, 1);
    }

    /**
     * As {@link #start(Path, int)}.
     *
     * @param slots of each task manager
     */
    public static FlinkCluster start(Path folder, int taskManagers, int slots) throws Exception {
        Files.createDirectories(folder.resolve("tmp"));
        Map<String, String> settings = settings(folder, slots);
        Files.writeString(
                folder.resolve("config.yaml"),
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + ": \"" + setting.getValue() + "\"\n")
                        .collect(Collectors.joining()));
        var cluster = new FlinkCluster(
                folder,
                start(folder, StandaloneSessionClusterEntrypoint.class, "-Xmx384m", "job-manager"),
                new RestClusterClient<>(Configuration.fromMap(settings), "cluster"));
        try {
            for (int number = 0; number < taskManagers; number++) {
                cluster.taskManagers.add(cluster.startTaskManager());
            }
            cluster.awaitTaskManagers();
            return cluster;
        } catch (RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    private static Map<String, String> settings(Path folder, int slots) {
        return Map.ofEntries(
                Map.entry("jobmanager.rpc.address", "127.0.0.1"),
                Map.entry("jobmanager.rpc.port", Integer.toString(Ports.free())),
                Map.entry("rest.address", "127.0.0.1"),
                Map.entry("rest.bind-address", "127.0.0.1"),
                Map.entry("rest.port", Integer.toString(Ports.free())),
                Map.entry("taskmanager.host", "127.0.0.1"),
                Map.entry("taskmanager.bind-host", "127.0.0.1"),
                Map.entry("taskmanager.numberOfTaskSlots", Integer.toString(slots)),
                Map.entry("taskmanager.cpu.cores", "1"),
                Map.entry("taskmanager.memory.task.heap.size", "256m"),
                Map.entry("taskmanager.memory.task.off-heap.size", "64m"),
                Map.entry("taskmanager.memory.framework.heap.size", "64m"),
                Map.entry("taskmanager.memory.framework.off-heap.size", "64m"),
                Map.entry("taskmanager.memory.network.min", "32m"),
                Map.entry("taskmanager.memory.network.max", "32m"),
                Map.entry("taskmanager.memory.managed.size", "64m"),
                Map.entry("taskmanager.memory.jvm-metaspace.size", "128m"),
                Map.entry("taskmanager.memory.jvm-overhead.min", "64m"),
                Map.entry("taskmanager.memory.jvm-overhead.max", "64m"),
                // Who is dead is to be noticed soon; who is only slow, on a busy machine, is to live.
                Map.entry("heartbeat.interval", "500ms"),
                Map.entry("heartbeat.timeout", "15s"),
                Map.entry("io.tmp.dirs", folder.resolve("tmp").toString()));
    }

    private JavaProcess startTaskManager() {
        started++;
        return start(folder, TaskManagerRunner.class, "-Xmx400m", "task-manager-" + started);
    }

    private static JavaProcess start(Path folder, Class<?> program, String heap, String name) {
        var options = new ArrayList<>(QUICK_START);
        options.add(heap);
        options.add("-XX:MaxDirectMemorySize=256m");
        // Who is killed leaves files behind.
        options.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
        return JavaProcess.start(
                options, program, List.of("--configDir", folder.toString()), Map.of(), folder.resolve(name + ".log"));
    }

    private void awaitTaskManagers() {
        Awaitility.await("the task managers are there").atMost(START).until(() -> {
            if (!jobManager.isAlive() || !taskManagers.stream().allMatch(JavaProcess::isAlive)) {
                throw new IllegalStateException("a process of the cluster has ended; logs are in " + folder);
            }
            return connectedTaskManagers() >= taskManagers.size();
        });
    }

    /** 0 while the job manager does not answer yet. */
    private int connectedTaskManagers() throws Exception {
        try {
            return client.getClusterOverview()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .getNumTaskManagersConnected();
        } catch (ExecutionException notYet) {
            return 0;
        }
    }

    public JobID submit(JobSettings settings) throws Exception {
        return client.submitJob(graph(settings)).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    /** @param savepoint from which the job starts */
    public JobID submit(JobSettings settings, String savepoint) throws Exception {
        JobGraph graph = graph(settings);
        graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint));
        return client.submitJob(graph).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    private static JobGraph graph(JobSettings settings) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        JourneyJob.build(environment, settings);
        return environment.getStreamGraph().getJobGraph();
    }

    /**
     * Takes a savepoint, while the job goes on.
     *
     * @return where it is
     */
    public String savepoint(JobID job) throws Exception {
        return client.triggerSavepoint(job, savepoints(), SavepointFormatType.CANONICAL)
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    private String savepoints() {
        return folder.resolve("savepoints").toUri().toString();
    }

    public boolean hasEnded(JobID job) throws Exception {
        JobStatus status = client.getJobStatus(job).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return status.isGloballyTerminalState();
    }

    /**
     * Stops a job at a savepoint: all that it has decided until then has left it when this returns.
     *
     * @return where the savepoint is
     */
    public String stop(JobID job) throws Exception {
        return client.stopWithSavepoint(job, false, savepoints(), SavepointFormatType.CANONICAL)
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    public void cancel(JobID job) throws Exception {
        if (!hasEnded(job)) {
            client.cancel(job).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** As {@code kill -9} does. */
    public void killTaskManager(int number) {
        taskManagers.get(number).kill();
    }

    /** Starts another in place of one that was killed. */
    public void replaceTaskManager(int number) {
        taskManagers.set(number, startTaskManager());
    }

    @Override
    public void close() {
        client.close();
        taskManagers.forEach(JavaProcess::close);
        jobManager.close();
    }
}
