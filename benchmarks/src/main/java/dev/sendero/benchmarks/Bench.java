package dev.sendero.benchmarks;

import dev.sendero.benchmarks.contender.Backend;
import dev.sendero.benchmarks.contender.Name;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command behind {@code make bench}. */
@Command(
        name = "bench",
        description = "Runs the contenders side by side, each run in a process of its own. Prints a line of JSON for"
                + " each run, then a table. How to read them: docs/benchmarks.md.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all runs have ended and have found the same",
            "1:a run failed, or contenders disagree",
            "2:wrong usage"
        },
        sortOptions = false)
public final class Bench implements Callable<Integer> {

    /** Customers have as many events as in the default. */
    private static final int EVENTS_PER_CUSTOMER = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--journeys", split = ",", paramLabel = "N", description = "1,10,100,1000 by default.")
    private List<Integer> journeys = new ArrayList<>(List.of(1, 10, 100, 1_000));

    @Option(
            names = "--traits",
            split = ",",
            paramLabel = "N",
            description =
                    "So many computed traits beside, each with a segment, for engine and kafka-engine; 0 by default.")
    private List<Integer> traits = new ArrayList<>(List.of(0));

    @Option(
            names = "--contender",
            split = ",",
            paramLabel = "NAME",
            description = "All by default: ${COMPLETION-CANDIDATES}.")
    private List<Name> contenders = new ArrayList<>(List.of(Name.values()));

    @Option(
            names = "--backend",
            split = ",",
            paramLabel = "NAME",
            description = "hashmap or rocksdb, for contenders that keep state in Flink. By default both for engine, "
                    + "and hashmap for the others.")
    private List<Backend> backends = new ArrayList<>();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "${DEFAULT-VALUE} by default; flink-cep plays 3,000,000 divided by the journeys at most.")
    private long events;

    @Option(names = "--customers", paramLabel = "N", description = "A twentieth of the events by default.")
    private @Nullable Integer customers;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "${DEFAULT-VALUE} by default.")
    private int runs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "4g",
            description = "Of each run's process; ${DEFAULT-VALUE} by default.")
    private String heap = "";

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "For how long a run plays at most before it is measured; ${DEFAULT-VALUE} by default.")
    private int warmUpSeconds;

    @Option(
            names = "--java",
            paramLabel = "OPTION",
            description =
                    "One more option for the Java of each run, such as -XX:StartFlightRecording=filename=run.jfr.")
    private List<String> javaOptions = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the lines of JSON to a file too.")
    private @Nullable Path out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option, nobody at its value
    private boolean help;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench())
                .registerConverter(Name.class, text -> named(Name.values(), text))
                .registerConverter(Backend.class, text -> named(Backend.values(), text))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(100);
    }

    private static <E extends Enum<E>> E named(E[] all, String text) {
        for (E one : all) {
            if (one.toString().equals(text)) {
                return one;
            }
        }
        throw new CommandLine.TypeConversionException("expected one of " + List.of(all) + " but was '" + text + "'");
    }

    @Override
    public Integer call() throws Exception {
        CommandLine commandLine = spec.commandLine();
        var processes = new ChildProcess(options());
        var rounds = new Rounds(processes, commandLine.getOut(), commandLine.getErr(), out);
        return rounds.play(plan()) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** The heap is there from the start; the collector is the one that the launcher chooses. */
    private List<String> options() {
        var options = new ArrayList<>(
                List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC", "-XX:-UsePerfData"));
        options.addAll(javaOptions);
        return options;
    }

    private Plan plan() {
        long people = customers == null ? events / EVENTS_PER_CUSTOMER : customers;
        if (people < 1 || people > events / 2 || people > Integer.MAX_VALUE) {
            throw wrong("--customers: " + people + " (expected: 1 to half of the events)");
        }
        if (events > Integer.MAX_VALUE / 2) {
            throw wrong("--events: " + events + " (expected: what fits into the heap)");
        }
        if (runs < 1) {
            throw wrong("--runs: " + runs + " (expected: 1 or more)");
        }
        for (int count : journeys) {
            if (count < 1 || count > 10_000) {
                throw wrong("--journeys: " + count + " (expected: 1 to 10000)");
            }
        }
        for (int count : traits) {
            if (count < 0 || count > 10_000) {
                throw wrong("--traits: " + count + " (expected: 0 to 10000)");
            }
        }
        return new Plan(contenders, backends, journeys, traits, events, (int) people, runs, seed, warmUpSeconds);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
