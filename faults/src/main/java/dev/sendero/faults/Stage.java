package dev.sendero.faults;

import dev.sendero.faults.debug.Debugger;
import dev.sendero.faults.load.Arrivers;
import dev.sendero.faults.load.Load;
import dev.sendero.faults.load.TrialProject;
import dev.sendero.faults.process.BrokerProcess;
import dev.sendero.faults.process.UpProcess;
import dev.sendero.faults.provider.Loopback;
import dev.sendero.faults.provider.Provider;
import dev.sendero.faults.provider.Target;
import dev.sendero.faults.result.Account;
import dev.sendero.faults.result.Row;
import dev.sendero.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final Path folder;
    private final Random random;
    private final Loopback loopback;
    private final Optional<BrokerProcess> broker;
    private final UpProcess sendero;
    private @Nullable Database store;
    private int arrived;

    private Stage(Path folder, Random random, Loopback loopback, Optional<BrokerProcess> broker, UpProcess sendero) {
        this.folder = folder;
        this.random = random;
        this.loopback = loopback;
        this.broker = broker;
        this.sendero = sendero;
    }

    /**
     * Everything but Sendero runs when it returns.
     *
     * @param folder of this stage alone; made here
     * @param seed of {@link #random}
     * @param brokerInside whether the broker is part of Sendero's process, and dies with it
     */
    static Stage set(Path folder, long seed, boolean brokerInside, Map<String, String> environment) throws IOException {
        Path project = folder.resolve("project");
        Files.createDirectories(project);
        Loopback loopback = Loopback.start(seed);
        TrialProject.write(project, loopback.all());
        var secrets = new HashMap<>(environment);
        loopback.all().forEach(provider -> secrets.putAll(provider.environment()));
        Optional<BrokerProcess> broker = brokerInside ? Optional.empty() : Optional.of(BrokerProcess.start(folder));
        var options = new ArrayList<String>();
        broker.ifPresent(outer -> options.addAll(List.of("--kafka", outer.address())));
        var sendero = new UpProcess(project, folder.resolve("up.log"), secrets, options.toArray(String[]::new));
        return new Stage(folder, new Random(seed), loopback, broker, sendero);
    }

    /** For logs and whatever else the trial leaves behind. */
    public Path folder() {
        return folder;
    }

    /** Of the project: where {@code sendero up} keeps its data and its log. */
    public Path data() {
        return folder.resolve("project/.sendero");
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
        providers().forEach(provider -> provider.behave(dev.sendero.faults.provider.Behaviour.NORMAL));
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

    /**
     * Lets customers come to the gateway.
     *
     * @param name with which their ids begin
     */
    public Load load(String name, int customers, Duration lasting) {
        var arrivers = new Arrivers(name, arrived, customers);
        arrived += customers;
        return Load.start(arrivers, lasting, sendero::post);
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

    private static boolean awaitNone(IntSupplier left, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (left.getAsInt() > 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
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

    @Override
    public void close() {
        sendero.close();
        broker.ifPresent(BrokerProcess::close);
        loopback.close();
        if (store != null) {
            store.close();
        }
    }
}
