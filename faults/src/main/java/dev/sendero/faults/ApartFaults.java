package dev.sendero.faults;

import dev.sendero.faults.load.Load;
import dev.sendero.faults.provider.Behaviour;
import dev.sendero.faults.provider.Reaction;
import dev.sendero.faults.result.FaultTable;
import dev.sendero.faults.result.Row;
import java.time.Duration;
import java.util.List;

/** What happens to parts that are processes of their own, while the others go on. */
final class ApartFaults {

    private static final Duration A_WHILE = Duration.ofSeconds(8);
    private static final String SECOND = "courier-2";
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Behaviour SLOW = call -> new Reaction.Take(Duration.ofSeconds(1));

    private ApartFaults() {}

    static List<Fault> all() {
        return List.of(
                new Apart("apart-undisturbed", "every part a process of its own, and nothing breaks", 0, stage -> {}),
                new Apart("rescale", "the job goes on from savepoints, with 2, then 4, then 1 task", 0, stage -> {
                    stage.rescale(4);
                    Thread.sleep(BETWEEN.toMillis());
                    stage.rescale(1);
                }),
                new Apart(
                        "savepoint-restored",
                        "the job is put back to a savepoint and decides again what it had decided",
                        0,
                        stage -> {
                            String savepoint = stage.savepoint();
                            Thread.sleep(2 * BETWEEN.toMillis());
                            stage.goBackTo(savepoint);
                        }),
                new Apart("kill-task-manager", "kill -9 of the engine, while the courier goes on", 0, stage -> {
                    stage.killTaskManager();
                    Thread.sleep(BETWEEN.toMillis());
                }),
                new Apart(
                        "store-away",
                        "PostgreSQL is stopped for " + A_WHILE.toSeconds() + " s",
                        Stage.CALLS_AT_ONCE,
                        stage -> {
                            stage.postgres().stop();
                            Thread.sleep(A_WHILE.toMillis());
                            stage.postgres().startAgain();
                        }),
                new Apart(
                        "courier-joins", "a second courier takes partitions in the middle of slow calls", 0, stage -> {
                            stage.behave(SLOW);
                            var unused = stage.courier(SECOND);
                            stage.awaitClaimBy(SECOND);
                            stage.behave(Behaviour.NORMAL);
                        }),
                new Apart(
                        "courier-killed",
                        "kill -9 of one courier of two, in the middle of slow calls; it comes back later",
                        Stage.CALLS_AT_ONCE,
                        stage -> {
                            stage.behave(SLOW);
                            var second = stage.courier(SECOND);
                            stage.awaitClaimBy(SECOND);
                            second.kill();
                            stage.behave(Behaviour.NORMAL);
                            Thread.sleep(A_WHILE.toMillis());
                            var unused = stage.courier(SECOND);
                        }));
    }

    /** What breaks, and is whole again when it returns. */
    @FunctionalInterface
    private interface Strike {
        void on(ApartStage stage) throws Exception;
    }

    private record Apart(String name, String summary, int mostInDoubt, Strike strike) implements Fault {

        private static final String LOAD = "apart";
        private static final int CUSTOMERS = 300;
        private static final Duration LASTING = Duration.ofSeconds(25);
        private static final int WARM_UP_CUSTOMERS = 20;
        private static final Duration PATIENCE = Duration.ofSeconds(90);

        @Override
        public List<Row> run(Laboratory laboratory) throws Exception {
            try (var stage = ApartStage.set(laboratory.folder().resolve(name), laboratory.seed())) {
                stage.courier("courier-1");
                try (Load first = stage.load("first", 0, WARM_UP_CUSTOMERS, Duration.ofSeconds(1))) {
                    first.awaitPosted();
                    stage.awaitRest(first, PATIENCE);
                }
                try (Load load = stage.load(name, WARM_UP_CUSTOMERS, CUSTOMERS, LASTING)) {
                    Thread.sleep(BETWEEN.toMillis());
                    strike.on(stage);
                    load.awaitPosted();
                    stage.awaitRest(load, PATIENCE);
                    return stage.account(rowName(), LOAD, load, mostInDoubt);
                }
            }
        }

        /** Rows of the same load are compared with the one of this name. */
        private String rowName() {
            return name.endsWith(FaultTable.UNDISTURBED) ? FaultTable.UNDISTURBED : name;
        }
    }
}
