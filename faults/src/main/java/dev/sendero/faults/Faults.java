package dev.sendero.faults;

import dev.sendero.faults.canary.Canaries;
import dev.sendero.faults.canary.LoggedCanaries;
import dev.sendero.faults.load.Arrivers;
import dev.sendero.faults.provider.Loopback;
import dev.sendero.faults.result.FaultTable;
import dev.sendero.faults.result.Row;
import dev.sendero.faults.result.RowLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command behind {@code make faults}. */
@Command(
        name = "faults",
        description =
                "Breaks running Senderos on purpose, with providers on loopback that count, and prints what each fault has"
                        + " cost: lost and duplicated messages and the delay. How to read it: docs/faults.md.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the promise was kept", "1:it was broken, or a fault could not be tried", "2:wrong usage"},
        sortOptions = false)
public final class Faults implements Callable<Integer> {

    /** As a client of the gateway sends it: the key that projects have by default, and a colon, in base64. */
    private static final String WRITE_KEY = "Basic ZGV2Og==";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option, nobody at its value
    private boolean help;

    @Option(names = "--list", description = "List the faults and end.")
    private boolean list;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Only these faults; a name may end with '*'.")
    private List<String> only = List.of();

    @Option(
            names = "--seeds",
            defaultValue = "20",
            paramLabel = "COUNT",
            description = "How often each kill point is tried (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--seed", defaultValue = "1", description = "The first seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the rows there too, as lines of JSON.")
    private @Nullable Path out;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "Where processes keep and log what they do; it stays (default: a new one below the temporary folder).")
    private @Nullable Path folder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Faults() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** As the command, in this process. @return its exit code */
    static int run(String... arguments) {
        return new CommandLine(new Faults()).execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter output = spec.commandLine().getOut();
        if (list) {
            printList(output);
            return 0;
        }
        List<Fault> chosen = chosen();
        Path ground = folder == null ? Files.createTempDirectory("faults") : Files.createDirectories(folder);
        PrintWriter progress = spec.commandLine().getErr();
        progress.println("Logs are in " + ground);
        var laboratory = new Laboratory(ground, seed, line -> {
            progress.println(line);
            progress.flush();
        });
        var rows = new ArrayList<Row>();
        var notTried = new ArrayList<String>();
        boolean isEachTried = tryAll(chosen, laboratory, rows, notTried);
        var table = new FaultTable(rows);
        output.println(table.text());
        notTried.forEach(line -> output.println("NOT TRIED " + line));
        LoggedCanaries logged = LoggedCanaries.below(ground, canaries());
        output.println(logged.text());
        output.flush();
        return isEachTried && table.isPromiseKept() && logged.findings().isEmpty() ? 0 : 1;
    }

    /**
     * @param notTried gets the faults that could not be tried, and why
     * @return whether all were that are possible here
     */
    private boolean tryAll(List<Fault> faults, Laboratory laboratory, List<Row> rows, List<String> notTried)
            throws IOException {
        if (out != null) {
            Files.writeString(out, "", StandardCharsets.UTF_8);
        }
        boolean isEachTried = true;
        for (int number = 0; number < faults.size(); number++) {
            Fault fault = faults.get(number);
            laboratory
                    .progress()
                    .say("%d/%d %s: %s".formatted(number + 1, faults.size(), fault.name(), fault.summary()));
            String obstacle = "";
            try {
                List<Row> found = run(fault, laboratory);
                rows.addAll(found);
                keep(found);
            } catch (NotPossibleHere missing) {
                obstacle = "not possible here: " + missing.getMessage();
            } catch (Exception failed) {
                obstacle = failed.toString();
                isEachTried = false;
            }
            if (!obstacle.isEmpty()) {
                laboratory.progress().say("  NOT TRIED, " + obstacle);
                notTried.add(fault.name() + ": " + obstacle);
            }
        }
        return isEachTried;
    }

    private static Canaries canaries() throws IOException {
        var words = new TreeSet<>(Loopback.secrets());
        words.add(Arrivers.CANARY);
        words.add(WRITE_KEY);
        return new Canaries(words);
    }

    private static List<Row> run(Fault fault, Laboratory laboratory) throws Exception {
        long began = System.nanoTime();
        List<Row> found = fault.run(laboratory);
        long broken = found.stream().filter(row -> !row.breaches().isEmpty()).count();
        laboratory
                .progress()
                .say("  %d rows, %s, in %d s"
                        .formatted(
                                found.size(),
                                broken == 0 ? "kept" : broken + " BROKEN",
                                Duration.ofNanos(System.nanoTime() - began).toSeconds()));
        return found;
    }

    /** As soon as they are there: a run takes long, and may be stopped. */
    private void keep(List<Row> rows) throws IOException {
        if (out != null) {
            Files.writeString(out, RowLines.of(rows), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        }
    }

    private void printList(PrintWriter output) {
        for (KillPoint point : KillPoint.values()) {
            output.printf("  %-24s kill -9 when %s%n", point.title(), point.meaning());
        }
        for (Fault fault : others()) {
            output.printf("  %-24s %s%n", fault.name(), fault.summary());
        }
        output.flush();
    }

    private List<Fault> chosen() {
        var unknown = new TreeSet<>(only);
        var points = EnumSet.noneOf(KillPoint.class);
        for (KillPoint point : KillPoint.values()) {
            if (isChosen(point.title(), unknown)) {
                points.add(point);
            }
        }
        var chosen = new ArrayList<Fault>();
        if (!points.isEmpty()) {
            LongStream.range(seed, seed + seeds).forEach(each -> chosen.add(new KillPoints(each, points)));
        }
        for (Fault fault : others()) {
            if (isChosen(fault.name(), unknown)) {
                chosen.add(fault);
            }
        }
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--only: no fault " + String.join(", ", unknown) + " (see --list)");
        }
        return chosen;
    }

    private boolean isChosen(String name, Set<String> unknown) {
        if (only.isEmpty()) {
            return true;
        }
        boolean isChosen = false;
        for (String wanted : only) {
            if (wanted.equals(name)
                    || (wanted.endsWith("*") && name.startsWith(wanted.substring(0, wanted.length() - 1)))) {
                unknown.remove(wanted);
                isChosen = true;
            }
        }
        return isChosen;
    }

    private static List<Fault> others() {
        var others = new ArrayList<Fault>();
        others.add(new UnderLoad("undisturbed", "nothing breaks", UnderLoad.Terms.USUAL, stage -> {}));
        others.addAll(InfrastructureFaults.all());
        others.addAll(ApartFaults.all());
        others.addAll(ProviderFaults.all());
        return others;
    }
}
