package dev.sendero.faults.killed;

import dev.sendero.faults.process.CheckpointsOnDisk;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** When, in the life of a job, a task manager is killed. */
enum KillMoment {
    ANY("at any moment") {
        @Override
        void await(CheckpointsOnDisk checkpoints) {
            // Now is as good as any other.
        }
    },
    DURING_CHECKPOINT("during a checkpoint") {
        @Override
        void await(CheckpointsOnDisk checkpoints) {
            until(checkpoints::isOneUnderWay);
        }
    },
    AS_DECISIONS_LEAVE("as decisions leave") {
        @Override
        void await(CheckpointsOnDisk checkpoints) {
            long last = checkpoints.newestComplete();
            until(() -> checkpoints.newestComplete() > last);
        }
    };

    private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String title;

    KillMoment(String title) {
        this.title = title;
    }

    /** Returns when it has come. */
    abstract void await(CheckpointsOnDisk checkpoints);

    /** Looks often: a checkpoint takes a few milliseconds. A moment that does not come is as good as any other. */
    private static void until(BooleanSupplier hasCome) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!hasCome.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
