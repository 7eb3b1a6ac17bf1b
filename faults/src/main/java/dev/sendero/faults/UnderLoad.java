package dev.sendero.faults;

import dev.sendero.faults.load.Load;
import dev.sendero.faults.result.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A fault that strikes while customers come at a steady rate. */
final class UnderLoad implements Fault {

    /** By which rows of this load are known. */
    static final String LOAD = "steady";

    private static final int CUSTOMERS = 120;
    private static final Duration LASTING = Duration.ofSeconds(8);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final int WARM_UP_CUSTOMERS = 20;
    private static final Duration BEFORE_STRIKE = Duration.ofSeconds(2);

    /** What breaks, and is whole again when it returns. */
    @FunctionalInterface
    interface Strike {
        void on(Stage stage) throws Exception;
    }

    /**
     * How it is staged.
     *
     * @param mostInDoubt how many messages for one target that does not recognise repeats may be in doubt
     * @param patience how long after the strike all messages may take to come to an end
     * @param untilAsked whether a message in doubt of which its provider can be asked has an end only when it was
     */
    record Terms(Stage.Setting setting, int mostInDoubt, Duration patience, boolean untilAsked) {

        static final Terms USUAL = new Terms(Stage.Setting.USUAL, 0, Duration.ofSeconds(60), false);

        Terms withBrokerInside() {
            return on(new Stage.Setting(true, setting.diskMebibytes(), setting.ownClock(), setting.environment()));
        }

        Terms withEnvironment(Map<String, String> variables) {
            return on(
                    new Stage.Setting(setting.brokerInside(), setting.diskMebibytes(), setting.ownClock(), variables));
        }

        Terms onDisk(int mebibytes) {
            return on(new Stage.Setting(setting.brokerInside(), mebibytes, setting.ownClock(), setting.environment()));
        }

        Terms withOwnClock() {
            return on(new Stage.Setting(setting.brokerInside(), setting.diskMebibytes(), true, setting.environment()));
        }

        private Terms on(Stage.Setting other) {
            return new Terms(other, mostInDoubt, patience, untilAsked);
        }

        Terms withMostInDoubt(int messages) {
            return new Terms(setting, messages, patience, untilAsked);
        }

        Terms withPatience(Duration longest) {
            return new Terms(setting, mostInDoubt, longest, untilAsked);
        }

        Terms untilDoubtsAreAsked() {
            return new Terms(setting, mostInDoubt, patience, true);
        }
    }

    private final String name;
    private final String summary;
    private final Terms terms;
    private final Strike strike;

    UnderLoad(String name, String summary, Terms terms, Strike strike) {
        this.name = name;
        this.summary = summary;
        this.terms = terms;
        this.strike = strike;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public List<Row> run(Laboratory laboratory) throws Exception {
        try (var stage = Stage.set(laboratory.folder().resolve(name), laboratory.seed(), terms.setting())) {
            stage.sendero().start();
            try (var first = stage.load("first", WARM_UP_CUSTOMERS, Duration.ofSeconds(1))) {
                // The first messages of a process wait for its classes.
                first.awaitPosted();
                stage.awaitRest(first, WARM_UP);
            }
            try (Load load = stage.load(name, CUSTOMERS, LASTING)) {
                Thread.sleep(BEFORE_STRIKE.toMillis());
                strike.on(stage);
                load.awaitPosted();
                stage.awaitRest(load, terms.patience());
                if (terms.untilAsked()) {
                    stage.awaitAsked(load, terms.patience());
                }
                int ended = stage.restarts();
                if (ended > 0) {
                    laboratory.progress().say("  it ended by itself and was started again " + ended + " times");
                }
                return stage.account(name, LOAD, load, terms.mostInDoubt() + ended * Stage.CALLS_AT_ONCE);
            }
        }
    }
}
