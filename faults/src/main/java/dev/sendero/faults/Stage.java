package dev.sendero.faults;

import dev.sendero.faults.debug.Debugger;
import dev.sendero.faults.disturbance.SmallDisk;
import dev.sendero.faults.disturbance.WrongClock;
import dev.sendero.faults.load.Arrivers;
import dev.sendero.faults.load.Batches;
import dev.sendero.faults.load.Load;
import dev.sendero.faults.load.TrialProject;
import dev.sendero.faults.process.BrokerProcess;
import dev.sendero.faults.process.UpProcess;
import dev.sendero.faults.provider.Behaviour;
import dev.sendero.faults.provider.Loopback;
import dev.sendero.faults.provider.Provider;
import dev.sendero.faults.provider.Target;
import dev.sendero.faults.result.Account;
import dev.sendero.faults.result.Row;
import dev.sendero.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What one trial happens on: providers on loopback, a broker, and {@code sendero up} with a project that writes to all of them. */
public final class Stage implements AutoCloseable {

    /** Messages of one channel that one courier has claimed at once, where a repeat would not be recognised. */
    public static final int CALLS_AT_ONCE = 32;

    private static final String DATA = ".sendero";
    private static final String LOG = "sendero.log";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final Path folder;
    private final Random random;
    private final Loopback loopback;
    private final Optional<BrokerProcess> broker;
    private final UpProcess sendero;
    private final Optional<SmallDisk> disk;
    private final Optional<WrongClock> clock;
    private @Nullable Database store;
    private int arrived;
    private int restarts;

    private Stage(
            Path folder,
            Random random,
            Loopback loopback,
            Optional<BrokerProcess> broker,
            UpProcess sendero,
            Optional<SmallDisk> disk,
            Optional<WrongClock> clock) {
        this.folder = folder;
        this.random = random;
        this.loopback = loopback;
        this.broker = broker;
        this.sendero = sendero;
        this.disk = disk;
        this.clock = clock;
    }

    /**
     * What a stage has that others have not.
     *
     * @param brokerInside whether the broker is part of Sendero's process, and dies with it
     * @param diskMebibytes the size of a disk of its own for Sendero's data; 0 for none
     * @param ownClock whether Sendero's clock can be set
     * @param environment variables for Sendero's process
     */
    record Setting(boolean brokerInside, int diskMebibytes, boolean ownClock, Map<String, String> environment) {

        static final Setting USUAL = new Setting(false, 0, false, Map.of());
    }

    /**
     * Everything but Sendero runs when it returns.
     *
     * @param folder of this stage alone; made here
     * @param seed of {@link #random}
     * @throws NotPossibleHere when the machine does not give what the setting asks for
     */
    static Stage set(Path folder, long seed, Setting setting) throws IOException, NotPossibleHere {
        Path project = folder.resolve("project");
        Files.createDirectories(project);
        Optional<WrongClock> clock = setting.ownClock() ? Optional.of(ownClock(folder)) : Optional.empty();
        Optional<SmallDisk> disk = setting.diskMebibytes() > 0
                ? Optional.of(ownDisk(project.resolve(DATA), setting.diskMebibytes()))
                : Optional.empty();
        Loopback loopback = Loopback.start(seed);
        TrialProject.write(project, loopback.all());
        var environment = new HashMap<>(setting.environment());
        loopback.all().forEach(provider -> environment.putAll(provider.environment()));
        clock.ifPresent(set -> environment.putAll(set.environment()));
        Optional<BrokerProcess> broker =
                setting.brokerInside() ? Optional.empty() : Optional.of(BrokerProcess.start(folder));
        var options = new ArrayList<String>();
        broker.ifPresent(outer -> options.addAll(List.of("--kafka", outer.address())));
        var sendero = new UpProcess(project, folder.resolve("up.log"), environment, options.toArray(String[]::new));
        return new Stage(folder, new Random(seed), loopback, broker, sendero, disk, clock);
    }

    private static WrongClock ownClock(Path folder) throws IOException, NotPossibleHere {
        return WrongClock.in(folder.resolve("clock"))
                .orElseThrow(() -> new NotPossibleHere("libfaketime is not installed (.ci/setup installs it)"));
    }

    private static SmallDisk ownDisk(Path folder, int mebibytes) throws IOException, NotPossibleHere {
        if (!SmallDisk.isPossible()) {
            throw new NotPossibleHere("a disk of its own can only be mounted by root");
        }
        return SmallDisk.mount(folder, mebibytes);
    }

    /** For logs and whatever else the trial leaves behind. */
    public Path folder() {
        return folder;
    }

    /** Of the project: where {@code sendero up} keeps its data and its log. */
    public Path data() {
        return folder.resolve("project").resolve(DATA);
    }

    /** Drawn from the seed. */
    public Random random() {
        return random;
    }

    public List<Provider> providers() {
        return loopback.all();
    }

    /** @throws IllegalArgumentException when this stage does not have it */
    public Provider provider(Target target) {
        return loopback.of(target);
    }

    /** Lets all of them work as they should. */
    public void healProviders() {
        providers().forEach(provider -> provider.behave(Behaviour.NORMAL));
    }

    public UpProcess sendero() {
        return sendero;
    }

    /** Starts Sendero under a debugger, which it has come to when this returns; events are taken later. */
    Debugger beginUnderDebugger() {
        Debugger debugger = Debugger.listen();
        sendero.begin(debugger.option());
        debugger.connect();
        return debugger;
    }

    /** @throws IllegalStateException when it is inside Sendero's process */
    public BrokerProcess broker() {
        return broker.orElseThrow(() -> new IllegalStateException("broker: inside (expected: a process of its own)"));
    }

    /** @throws IllegalStateException when the setting asked for none */
    SmallDisk disk() {
        return disk.orElseThrow(() -> new IllegalStateException("disk: none (expected: asked for by the setting)"));
    }

    /** @throws IllegalStateException when the setting asked for none */
    WrongClock clock() {
        return clock.orElseThrow(() -> new IllegalStateException("clock: none (expected: asked for by the setting)"));
    }

    /**
     * Lets customers come to the gateway.
     *
     * @param name with which their ids begin
     */
    public Load load(String name, int customers, Duration lasting) {
        var arrivers = new Arrivers(name, arrived, customers);
        arrived += customers;
        return Load.start(arrivers, lasting, events -> sendero.post(Batches.body(events)));
    }

    /**
     * Waits until the ledger knows the end of every message of a load.
     *
     * @return whether it does
     */
    public boolean awaitRest(Load load, Duration patience) {
        var account = new Account(store());
        return awaitNone(() -> account.unrested(load, providers()), patience);
    }

    /**
     * Waits until no message is in doubt of which its provider can be asked.
     *
     * @return whether none is
     */
    boolean awaitAsked(Load load, Duration patience) {
        var account = new Account(store());
        return awaitNone(() -> account.unasked(load, providers()), patience);
    }

    private boolean awaitNone(IntSupplier left, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (left.getAsInt() > 0) {
            startAgainIfEnded();
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    /** As whoever supervises services does. */
    private void startAgainIfEnded() {
        if (!sendero.running().isAlive()) {
            restarts++;
            sendero.start();
        }
    }

    /** How often Sendero has ended by itself and was started again. */
    int restarts() {
        return restarts;
    }

    /** What the fault has cost. */
    List<Row> account(String fault, String loadName, Load load, int mostInDoubt) {
        return new Account(store()).rows(fault, loadName, load, providers(), mostInDoubt);
    }

    /** Sendero's, from another process. */
    public synchronized Database store() {
        if (store == null) {
            store = Database.sqlite(data().resolve("store.db"));
        }
        return store;
    }

    /** The log stays. */
    private void unmount(SmallDisk mounted) {
        try {
            Files.copy(data().resolve(LOG), folder.resolve(LOG), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the log of a stage cannot be kept", unreadable);
        } finally {
            mounted.close();
        }
    }

    @Override
    public void close() {
        sendero.close();
        broker.ifPresent(BrokerProcess::close);
        loopback.close();
        if (store != null) {
            store.close();
        }
        disk.ifPresent(this::unmount);
    }
}
