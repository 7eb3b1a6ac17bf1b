package dev.sendero.benchmarks.memory;

import dev.sendero.api.json.WireJson;
import dev.sendero.benchmarks.ChildProcess;
import dev.sendero.engine.StateBackend;
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

/** The command behind {@code make bench-memory}. */
@Command(
        name = "bench-memory",
        description = "Measures what customers cost, each run in a process of its own. Prints a line of JSON for each"
                + " run, then a table. How to read them: docs/benchmarks.md.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all runs have ended", "1:a run failed", "2:wrong usage"},
        sortOptions = false)
public final class MemoryBench implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--population",
            split = ",",
            paramLabel = "NAME",
            description = "All by default: ${COMPLETION-CANDIDATES}.")
    private List<PopulationName> populations = new ArrayList<>(List.of(PopulationName.values()));

    @Option(names = "--backend", split = ",", paramLabel = "NAME", description = "hashmap and rocksdb by default.")
    private List<StateBackend> backends = new ArrayList<>(List.of(StateBackend.values()));

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Of all populations but waiting; ${DEFAULT-VALUE} by default.")
    private int customers;

    @Option(
            names = "--waiting",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Customers of the population waiting; ${DEFAULT-VALUE} by default.")
    private int waiting;

    @Option(
            names = "--deadlines",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Of the population waiting, in a minute of event time; ${DEFAULT-VALUE} by default.")
    private int deadlines;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "3g",
            description = "Of each run's process; ${DEFAULT-VALUE} by default.")
    private String heap = "";

    @Option(
            names = "--waiting-heap",
            paramLabel = "SIZE",
            defaultValue = "14g",
            description = "Instead of --heap for the population waiting on hashmap; ${DEFAULT-VALUE} by default.")
    private String waitingHeap = "";

    @Option(
            names = "--managed",
            paramLabel = "MEBIBYTES",
            defaultValue = "1024",
            description = "Memory of RocksDB, outside of the heap; ${DEFAULT-VALUE} by default.")
    private int managedMebibytes;

    @Option(names = "--tasks", paramLabel = "N", defaultValue = "1", description = "${DEFAULT-VALUE} by default.")
    private int tasks;

    @Option(
            names = "--checkpoint",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "Between checkpoints; ${DEFAULT-VALUE} by default.")
    private int checkpointSeconds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the lines of JSON to a file too.")
    private @Nullable Path out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option, nobody at its value
    private boolean help;

    private MemoryBench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MemoryBench())
                .registerConverter(PopulationName.class, text -> PopulationName.valueOf(constant(text)))
                .registerConverter(StateBackend.class, text -> StateBackend.valueOf(constant(text)))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(100)
                .execute(arguments));
    }

    private static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public Integer call() throws Exception {
        try {
            return measure();
        } catch (ChildProcess.RunFailed failed) {
            spec.commandLine().getErr().println(failed.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int measure() throws Exception {
        PrintWriter printer = spec.commandLine().getOut();
        var results = new ArrayList<MemoryResult>();
        for (PopulationName population : populations) {
            for (StateBackend backend : backends) {
                MemoryResult result = new MemoryRun(heapOf(population, backend)).take(setup(population, backend));
                results.add(result);
                String line = new String(WireJson.write(result.line()), StandardCharsets.UTF_8);
                printer.println(line);
                append(line);
            }
        }
        printer.println();
        printer.println(MemoryTables.of(results));
        return CommandLine.ExitCode.OK;
    }

    private String heapOf(PopulationName population, StateBackend backend) {
        return population == PopulationName.WAITING && backend == StateBackend.HASHMAP ? waitingHeap : heap;
    }

    private MemorySetup setup(PopulationName population, StateBackend backend) {
        int count = population == PopulationName.WAITING ? waiting : customers;
        return new MemorySetup(population, backend, count, tasks, managedMebibytes, checkpointSeconds, deadlines, seed);
    }

    private void append(String line) throws IOException {
        if (out != null) {
            Files.writeString(out, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
