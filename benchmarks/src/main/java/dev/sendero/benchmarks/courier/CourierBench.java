package dev.sendero.benchmarks.courier;

import dev.sendero.api.JourneyId;
import dev.sendero.benchmarks.courier.CourierLine.By;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.store.Database;
import dev.sendero.store.Pseudonyms;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command behind {@code make bench-courier}. */
@Command(
        name = "bench-courier",
        description =
                "Measures what the promise of delivery costs: one courier with a durable ledger beside its connector"
                        + " alone, and what one provider that hangs does to the others. Broker, courier and providers are in one"
                        + " process. Prints a line of JSON for each run, then tables. How to read them: docs/benchmarks.md.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all runs have ended", "1:a run failed", "2:wrong usage"},
        sortOptions = false)
public final class CourierBench implements Callable<Integer> {

    private static final Pseudonyms PSEUDONYMS = Pseudonyms.of(new byte[Pseudonyms.SHORTEST_SECRET_BYTES]);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--target", split = ",", paramLabel = "NAME", description = "smtp and http by default.")
    private List<Target> targets = new ArrayList<>(List.of(Target.values()));

    @Option(
            names = "--messages",
            paramLabel = "N",
            defaultValue = "20000",
            description =
                    "Of each run, after a fifth as many that are not measured; ${DEFAULT-VALUE} by default. With 0"
                            + " there are no such runs.")
    private int messages;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description =
                    "How long delays are measured in a run, after 5 s that are not; ${DEFAULT-VALUE} by default. With"
                            + " 0 there are no such runs.")
    private int seconds;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Messages a second while delays are measured; ${DEFAULT-VALUE} by default.")
    private int rate;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "${DEFAULT-VALUE} by default.")
    private int runs;

    @Option(
            names = "--store",
            paramLabel = "URL",
            defaultValue = "",
            description =
                    "A PostgreSQL database for the ledger, such as jdbc:postgresql://HOST/NAME, with user and password"
                            + " in SENDERO_STORE_USER and SENDERO_STORE_PASSWORD; a new SQLite file by default.")
    private String store = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Write the lines of JSON to a file too.")
    private @Nullable Path out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option, nobody at its value
    private boolean help;

    private final List<CourierLine> lines = new ArrayList<>();

    private CourierBench() {}

    public static void main(String[] arguments) {
        System.exit(commandLine()
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new CourierBench())
                .registerConverter(Target.class, text -> Target.valueOf(text.toUpperCase(Locale.ROOT)))
                .setUsageHelpWidth(100);
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("bench-courier");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                Database database = database(folder)) {
            measureThroughput(broker, database);
            measureIsolation(broker, database);
        }
        spec.commandLine().getOut().println();
        spec.commandLine().getOut().println(CourierTables.of(lines));
        return CommandLine.ExitCode.OK;
    }

    private Database database(Path folder) {
        return store.isEmpty()
                ? Database.sqlite(folder.resolve("store.db"), PSEUDONYMS)
                : Database.postgres(
                        store,
                        System.getenv().getOrDefault("SENDERO_STORE_USER", ""),
                        System.getenv().getOrDefault("SENDERO_STORE_PASSWORD", ""),
                        PSEUDONYMS);
    }

    private void measureThroughput(EmbeddedBroker broker, Database database) throws Exception {
        var throughput = new Throughput(messages);
        for (int run = 1; messages > 0 && run <= runs; run++) {
            for (Target target : targets) {
                add(rate(target, By.CONNECTOR, throughput.withoutCourier(target, newRun()), run));
                add(rate(target, By.COURIER, throughput.withCourier(target, newRun(), broker, database), run));
            }
        }
    }

    /** By turns, so that whatever else the machine does is spread over both. */
    private void measureIsolation(EmbeddedBroker broker, Database database) throws Exception {
        var isolation = new Isolation(rate, seconds);
        for (int run = 1; seconds > 0 && run <= runs; run++) {
            for (String other : List.of("idle", "hangs")) {
                Isolation.Delays delays = isolation.measure(other.equals("hangs"), newRun(), broker, database);
                add(new CourierLine.Delay(
                        other,
                        storeName(),
                        delays.messages(),
                        rate,
                        rounded(delays.medianMillis()),
                        rounded(delays.p99Millis()),
                        run,
                        jvm(),
                        cores()));
            }
        }
    }

    private CourierLine rate(Target target, By by, double perSecond, int run) {
        String kept = by == By.COURIER ? storeName() : "";
        return new CourierLine.Rate(target, by, kept, messages, Math.round(perSecond), run, jvm(), cores());
    }

    private String storeName() {
        return store.isEmpty() ? "sqlite" : "postgresql";
    }

    /** A name that no run before had, in whatever store. */
    private static JourneyId newRun() {
        return new JourneyId("bench-" + Long.toString(System.nanoTime(), Character.MAX_RADIX));
    }

    private static double rounded(double millis) {
        return Math.round(millis * 100) / 100.0;
    }

    private static String jvm() {
        return System.getProperty("java.vm.name") + " " + Runtime.version();
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private void add(CourierLine line) throws IOException {
        lines.add(line);
        spec.commandLine().getOut().println(line.json());
        if (out != null) {
            Files.writeString(out, line.json() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
