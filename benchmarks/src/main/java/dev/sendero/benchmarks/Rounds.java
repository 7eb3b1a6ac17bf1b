package dev.sendero.benchmarks;

import dev.sendero.benchmarks.contender.ContenderProcess;
import dev.sendero.benchmarks.contender.Outcome;
import dev.sendero.benchmarks.contender.Setup;
import dev.sendero.benchmarks.report.Agreement;
import dev.sendero.benchmarks.report.Result;
import dev.sendero.benchmarks.report.ResultLine;
import dev.sendero.benchmarks.report.Tables;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays all runs of a plan, and says what comes of each as soon as it has ended. */
final class Rounds {

    private final ChildProcess processes;
    private final PrintWriter results;
    private final PrintWriter progress;
    private final @Nullable Path file;
    private final Agreement agreement = new Agreement();
    private final List<Result> measured = new ArrayList<>();
    private boolean sound = true;

    /** @param file where the lines of JSON go too; null for nowhere */
    Rounds(ChildProcess processes, PrintWriter results, PrintWriter progress, @Nullable Path file) {
        this.processes = processes;
        this.results = results;
        this.progress = progress;
        this.file = file;
    }

    /** Returns whether all runs have ended and have found the same. */
    boolean play(Plan plan) throws IOException, InterruptedException {
        if (file != null) {
            Files.writeString(file, "");
        }
        List<Setup> setups = plan.setups();
        int number = 0;
        for (Setup setup : setups) {
            number++;
            if (setup.contender().decides() && !agreement.knows(setup) && plan.isAlone(setup)) {
                play("check", Plan.check(setup));
            }
            Optional<Outcome> outcome = play("%d/%d".formatted(number, setups.size()), setup);
            if (outcome.isPresent()) {
                take(new Result(setup, outcome.get()));
            }
        }
        results.println();
        results.println(Tables.of(measured));
        return sound;
    }

    private void take(Result result) throws IOException {
        measured.add(result);
        String line = ResultLine.of(result).json();
        results.println(line);
        results.flush();
        if (file != null) {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        }
    }

    private Optional<Outcome> play(String which, Setup setup) throws IOException, InterruptedException {
        progress.printf(
                Locale.ROOT,
                "%9s  %-14s %-7s %,5d journeys %,5d traits %,9d events ",
                which,
                setup.contender(),
                setup.backend(),
                setup.journeys(),
                setup.traits(),
                setup.events());
        progress.flush();
        long began = System.nanoTime();
        Path folder = Files.createTempDirectory("bench");
        try {
            Outcome outcome =
                    processes.run(ContenderProcess.class, setup, folder, ContenderProcess.OUTCOME, Outcome.class);
            progress.printf(
                    Locale.ROOT,
                    "%,11.0f events/s %,7d situations %4d s%n",
                    outcome.eventsPerSecond(),
                    outcome.situations(),
                    (System.nanoTime() - began) / 1_000_000_000);
            if (setup.contender().decides()) {
                agreement
                        .compare(setup, folder.resolve(ContenderProcess.SITUATIONS))
                        .ifPresent(this::complain);
            }
            return Optional.of(outcome);
        } catch (ChildProcess.RunFailed failed) {
            complain("the run failed:\n" + failed.getMessage());
            return Optional.empty();
        } finally {
            delete(folder);
        }
    }

    private void complain(String problem) {
        sound = false;
        progress.println();
        progress.println(problem);
        progress.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
