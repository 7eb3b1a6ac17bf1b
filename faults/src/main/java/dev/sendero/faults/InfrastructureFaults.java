package dev.sendero.faults;

import dev.sendero.faults.disturbance.Poison;
import dev.sendero.faults.disturbance.SmallDisk;
import dev.sendero.faults.disturbance.WrongClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What machines do to us: processes, disks, clocks and networks that go away and come back. */
final class InfrastructureFaults {

    private static final Duration SHORT = Duration.ofSeconds(6);

    /** The store waits 30 s for somebody else's transaction. */
    private static final Duration LONGER_THAN_STORE_WAITS = Duration.ofSeconds(35);

    /** The job's producers try for 120 s. */
    private static final Duration LONGER_THAN_PRODUCERS_TRY = Duration.ofSeconds(130);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(1);
    private static final int KILLS = 3;
    private static final int DISK_MEBIBYTES = 96;
    private static final Duration AFTER_LONG = Duration.ofMinutes(3);

    private InfrastructureFaults() {}

    static List<Fault> all() {
        var usual = UnderLoad.Terms.USUAL;
        return List.of(
                new UnderLoad(
                        "kill-with-broker",
                        "kill -9 of everything in one process, broker and all, " + KILLS + " times",
                        usual.withBrokerInside().withMostInDoubt(KILLS * Stage.CALLS_AT_ONCE),
                        InfrastructureFaults::killAgainAndAgain),
                new UnderLoad(
                        "broker-killed",
                        "the broker dies and comes back after " + SHORT.toSeconds() + " s",
                        usual,
                        stage -> killBroker(stage, SHORT)),
                new UnderLoad(
                        "broker-frozen",
                        "the broker says nothing for " + 2 * SHORT.toSeconds() + " s, and goes on",
                        usual,
                        InfrastructureFaults::freezeBroker),
                new UnderLoad(
                        "broker-away-long",
                        "the broker is away for " + LONGER_THAN_PRODUCERS_TRY.toSeconds()
                                + " s, longer than any producer tries",
                        usual.withPatience(AFTER_LONG),
                        stage -> killBroker(stage, LONGER_THAN_PRODUCERS_TRY)),
                new UnderLoad(
                        "store-locked",
                        "another process writes to the store for " + LONGER_THAN_STORE_WAITS.toSeconds()
                                + " s, longer than the store waits",
                        usual,
                        InfrastructureFaults::lockStore),
                new UnderLoad(
                        "checkpoints-fail",
                        "no checkpoint can be written for " + SHORT.toSeconds() + " s",
                        usual,
                        InfrastructureFaults::failCheckpoints),
                new UnderLoad(
                        "disk-full",
                        "store and checkpoints have no room for " + SHORT.toSeconds() + " s",
                        usual.onDisk(DISK_MEBIBYTES),
                        InfrastructureFaults::fillDisk),
                new UnderLoad(
                        "clock-forward",
                        "the clock of the machine is an hour ahead for " + SHORT.toSeconds() + " s",
                        usual.withOwnClock().withMostInDoubt(Stage.CALLS_AT_ONCE),
                        stage -> wrongClock(stage, HOUR)),
                new UnderLoad(
                        "clock-back",
                        "the clock of the machine is an hour behind for " + SHORT.toSeconds() + " s",
                        usual.withOwnClock().withMostInDoubt(Stage.CALLS_AT_ONCE),
                        stage -> wrongClock(stage, HOUR.negated())),
                new UnderLoad(
                        "poison",
                        "records that nobody can read are in every topic",
                        usual,
                        stage -> Poison.pour(stage.broker().address(), stage.random())));
    }

    private static void killAgainAndAgain(Stage stage) throws InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            Thread.sleep(BETWEEN_KILLS.toMillis() + stage.random().nextInt((int) BETWEEN_KILLS.toMillis()));
            stage.sendero().kill();
            stage.sendero().start();
        }
    }

    private static void killBroker(Stage stage, Duration away) throws InterruptedException {
        stage.broker().kill();
        Thread.sleep(away.toMillis());
        stage.broker().startAgain();
    }

    private static void freezeBroker(Stage stage) throws InterruptedException {
        stage.broker().process().freeze();
        Thread.sleep(2 * SHORT.toMillis());
        stage.broker().process().goOn();
    }

    private static void lockStore(Stage stage) {
        stage.store().write(handle -> {
            try {
                Thread.sleep(LONGER_THAN_STORE_WAITS.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
    }

    /** A file where the folder was: not even root can write into it. */
    private static void failCheckpoints(Stage stage) throws IOException, InterruptedException {
        Path checkpoints = stage.data().resolve("checkpoints");
        Path aside = stage.data().resolve("checkpoints.aside");
        Files.move(checkpoints, aside);
        Files.writeString(checkpoints, "");
        Thread.sleep(SHORT.toMillis());
        Files.delete(checkpoints);
        Files.move(aside, checkpoints);
    }

    private static void fillDisk(Stage stage) throws IOException, InterruptedException {
        SmallDisk disk = stage.disk();
        disk.fill();
        Thread.sleep(SHORT.toMillis());
        disk.clear();
    }

    private static void wrongClock(Stage stage, Duration ahead) throws IOException, InterruptedException {
        WrongClock clock = stage.clock();
        clock.setWrongBy(ahead);
        Thread.sleep(SHORT.toMillis());
        clock.setWrongBy(Duration.ZERO);
    }
}
