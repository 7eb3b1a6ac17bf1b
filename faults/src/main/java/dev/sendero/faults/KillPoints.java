package dev.sendero.faults;

import dev.sendero.faults.debug.Debugger;
import dev.sendero.faults.load.Load;
import dev.sendero.faults.provider.Behaviour;
import dev.sendero.faults.provider.Provider;
import dev.sendero.faults.provider.Reaction;
import dev.sendero.faults.result.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills Sendero with {@code kill -9} at each point, and starts it again. A seed is one life of a project: the points in
 * drawn order, each at a drawn time of its own, and under a burst of customers.
 */
final class KillPoints implements Fault {

    /** By which rows of this load are known. */
    static final String LOAD = "burst";

    private static final int CUSTOMERS = 50;
    private static final Duration LASTING = Duration.ofMillis(300);
    private static final Duration UNTIL_THERE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WHILE_OTHERS_GO_ON = Duration.ofMillis(150);

    private final long seed;
    private final Set<KillPoint> points;

    KillPoints(long seed, Set<KillPoint> points) {
        this.seed = seed;
        this.points = points;
    }

    @Override
    public String name() {
        return "kill-seed-" + seed;
    }

    @Override
    public String summary() {
        return "kill -9 of engine and courier at " + points.size() + " points of a message's way";
    }

    private record Trial(String name, Load load, int mostInDoubt) {}

    @Override
    public List<Row> run(Laboratory laboratory) throws Exception {
        try (var stage = Stage.set(laboratory.folder().resolve(name()), seed, Stage.Setting.USUAL)) {
            var trials = new ArrayList<Trial>();
            var order = new ArrayList<>(points);
            Collections.shuffle(order, stage.random());
            Debugger debugger = stage.beginUnderDebugger();
            stage.sendero().awaitHealth();
            await(stage, stage.load("first", CUSTOMERS, LASTING));
            trials.add(new Trial("undisturbed", await(stage, stage.load("undisturbed", CUSTOMERS, LASTING)), 0));
            for (KillPoint point : order) {
                Load load = killAt(point, stage, debugger);
                debugger.close();
                debugger = stage.beginUnderDebugger();
                stage.healProviders();
                stage.sendero().awaitHealth();
                trials.add(new Trial(point.title(), await(stage, load), Stage.CALLS_AT_ONCE));
            }
            debugger.close();
            // At the end, so that what comes twice late is seen.
            return trials.stream()
                    .flatMap(trial -> stage.account(trial.name(), LOAD, trial.load(), trial.mostInDoubt()).stream())
                    .toList();
        }
    }

    private static Load await(Stage stage, Load load) {
        load.awaitPosted();
        stage.awaitRest(load, PATIENCE);
        return load;
    }

    private static Load killAt(KillPoint point, Stage stage, Debugger debugger) throws InterruptedException {
        var place = point.place(stage.random());
        if (place.isEmpty()) {
            return killUnanswered(point, stage);
        }
        Debugger.Stop stop = debugger.stopAt(place.get());
        Load load = stage.load(point.title(), CUSTOMERS, LASTING);
        if (!stop.await(UNTIL_THERE)) {
            throw new IllegalStateException(
                    point.title() + ": the process has not come to " + place.get() + " within " + UNTIL_THERE);
        }
        if (!place.get().stands()) {
            Thread.sleep(WHILE_OTHERS_GO_ON.toMillis());
        }
        stage.sendero().kill();
        return load;
    }

    /** From a drawn call on, no provider answers; some calls have had their effect, and others have not. */
    private static Load killUnanswered(KillPoint point, Stage stage) throws InterruptedException {
        Random random = stage.random();
        int first = point.drawHit(random);
        boolean evenAreTaken = random.nextBoolean();
        var calls = new AtomicInteger();
        var reached = new CountDownLatch(1);
        Behaviour silent = call -> {
            if (calls.incrementAndGet() < first) {
                return Reaction.TAKE;
            }
            reached.countDown();
            return new Reaction.Hang((call.customer().hashCode() % 2 == 0) == evenAreTaken);
        };
        stage.providers().forEach((Provider provider) -> provider.behave(silent));
        Load load = stage.load(point.title(), CUSTOMERS, LASTING);
        if (!reached.await(UNTIL_THERE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(point.title() + ": fewer than " + first + " calls within " + UNTIL_THERE);
        }
        Thread.sleep(WHILE_OTHERS_GO_ON.toMillis());
        stage.sendero().kill();
        return load;
    }
}
