package dev.sendero.faults.killed;

import dev.sendero.faults.process.CheckpointsOnDisk;
import dev.sendero.faults.process.FlinkCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** One task manager that dies, and the other that takes its place a little later. */
final class Kill {

    private static final List<KillMoment> MOMENTS = List.of(KillMoment.values());
    private static final int LONGEST_PAUSE_MILLIS = 1_500;

    private final int afterEvents;
    private final KillMoment moment;
    private final int victim;
    private final Duration pause;
    private Instant at = Instant.MAX;
    private CompletableFuture<Instant> recovery = new CompletableFuture<>();

    private Kill(int afterEvents, KillMoment moment, int victim, Duration pause) {
        this.afterEvents = afterEvents;
        this.moment = moment;
        this.victim = victim;
        this.pause = pause;
    }

    /** One or two, in the order in which they happen; the second may fall into the recovery from the first. */
    static List<Kill> plan(Random random, int events, int taskManagers) {
        var kills = new ArrayList<Kill>();
        int after = events / 10 + random.nextInt(events / 2);
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            kills.add(new Kill(
                    after,
                    MOMENTS.get(random.nextInt(MOMENTS.size())),
                    random.nextInt(taskManagers),
                    Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS))));
            after += events / 20 + random.nextInt(events / 4);
        }
        return kills;
    }

    void happen(FlinkCluster cluster, CheckpointsOnDisk checkpoints) {
        moment.await(checkpoints);
        at = Instant.now();
        cluster.killTaskManager(victim);
        // What was begun before the kill may just have been finished; what is begun later needs the one that was
        // killed.
        long last = checkpoints.newest();
        recovery = CompletableFuture.supplyAsync(() -> checkpoints.awaitAfter(last));
        LockSupport.parkNanos(pause.toNanos());
        cluster.replaceTaskManager(victim);
    }

    /** After how many events of the load it is due. */
    int afterEvents() {
        return afterEvents;
    }

    KillMoment moment() {
        return moment;
    }

    /** By the clock on the wall. */
    Instant at() {
        return at;
    }

    /** Waits for the first checkpoint after it, and returns when that was complete. */
    Instant recovered() {
        return recovery.join();
    }
}
