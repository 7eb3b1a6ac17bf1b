package dev.sendero.benchmarks.contender;

import dev.sendero.engine.event.ReceivedEvent;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * What the two ends of a job in this process share: the events that go in, what comes out, and the clock. The clock
 * begins when the last part of the job hears of a time in the measured part, and ends when it hears that everything
 * has been decided; what is counted are the events between those two times. One job at a time.
 */
final class Stage {

    private static volatile @Nullable Stage current;

    private final Workload workload;
    private final Queue<Object> found = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean begun;
    private volatile boolean decided;
    private long beganAt;
    private long beganNanos;
    private long endedNanos;

    private Stage(Workload workload) {
        this.workload = workload;
    }

    static Stage open(Workload workload) {
        var stage = new Stage(workload);
        current = stage;
        return stage;
    }

    /** @throws IllegalStateException outside of a run */
    static Stage current() {
        Stage stage = current;
        if (stage == null) {
            throw new IllegalStateException("stage: none (expected: a run in this process)");
        }
        return stage;
    }

    List<ReceivedEvent> events() {
        return workload.events();
    }

    /** The latest time of any event, milliseconds since 1970. */
    long end() {
        return workload.end();
    }

    /** Takes what was found, to be understood when the clock has stopped. */
    void found(Object something) {
        found.add(something);
    }

    /** Hears, from one thread only, up to when everything has been decided. */
    void reached(long time) {
        if (!begun && time >= workload.measuredFrom()) {
            beganAt = time;
            beganNanos = System.nanoTime();
            begun = true;
        }
        if (!decided && time >= workload.end()) {
            endedNanos = System.nanoTime();
            decided = true;
            over.countDown();
        }
    }

    /**
     * Runs a job until everything has been decided, and stops it.
     *
     * @return for how long the clock ran, in nanoseconds; empty when the job was not done in time
     * @throws Exception when the job failed
     */
    OptionalLong run(StreamExecutionEnvironment environment, Duration atMost) throws Exception {
        JobClient job = environment.executeAsync("benchmark");
        CompletableFuture<?> ended = job.getJobExecutionResult().whenComplete((result, failure) -> over.countDown());
        boolean inTime = over.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        if (inTime && !decided) {
            ended.get();
            throw new IllegalStateException("job: ended (expected: to run until it is stopped)");
        }
        job.cancel().get();
        ended.handle((result, failure) -> null).get();
        return inTime ? OptionalLong.of(endedNanos - beganNanos) : OptionalLong.empty();
    }

    /** How many events are between the two times at which the clock was looked at. */
    long measuredEvents() {
        return workload.events().stream()
                .filter(event -> event.timestampMillis() > beganAt)
                .count();
    }

    List<Object> found() {
        return List.copyOf(found);
    }
}
