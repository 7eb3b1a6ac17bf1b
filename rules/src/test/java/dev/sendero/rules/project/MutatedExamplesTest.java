package dev.sendero.rules.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemPrinter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Breaks the files of all examples many times, and reads the whole project each time. How often, from which seed on
 * and how long a look may take, in milliseconds, can be said by the system properties {@code sendero.mutations}, {@code
 * sendero.seed} and {@code sendero.allowed}; {@code make fuzz} prints what it took.
 */
@Tag("slow")
class MutatedExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final int MUTATIONS = Integer.getInteger("sendero.mutations", 5_000);
    private static final long FIRST_SEED = Long.getLong("sendero.seed", 1);

    /** Rounds whose times do not count, because the virtual machine has not compiled what they run. */
    private static final int WARM_UP = 500;

    /** Far more than it takes, as the machine of a test may be slow; {@code make fuzz} asks for what is promised. */
    private static final Duration ALLOWED = Duration.ofMillis(Integer.getInteger("sendero.allowed", 1_000));

    /** How often a project is read that took longer than allowed: the machine is slow once, a bad reader every time. */
    private static final int LOOKS = 10;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS) // some minutes on a machine that does nothing else
    void whatever_is_done_to_a_project_is_told_in_problems_and_soon() throws IOException {
        List<ProjectFiles> examples = examples();
        for (long seed = -WARM_UP; seed < 0; seed++) {
            readMutated(examples, seed);
        }
        var nanos = new long[MUTATIONS];
        var problems = 0L;
        var slowest = "";
        long longest = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            long seed = FIRST_SEED + round;
            Read read = readMutated(examples, seed);
            nanos[round] = read.nanos();
            problems += read.problems();
            if (read.nanos() > longest) {
                longest = read.nanos();
                slowest = "seed " + seed + ", " + read.path();
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%,d mutations, example projects: %d (seeds %d to %d), %,d problems told, no exception%n"
                        + "time to read a whole project: median %.1f ms, 99 %% %.1f ms, longest %.1f ms (%s)%n",
                MUTATIONS,
                examples.size(),
                FIRST_SEED,
                FIRST_SEED + MUTATIONS - 1,
                problems,
                millis(nanos[MUTATIONS / 2]),
                millis(nanos[(int) (MUTATIONS * 0.99)]),
                millis(nanos[MUTATIONS - 1]),
                slowest);
        assertThat(Duration.ofNanos(nanos[MUTATIONS - 1])).isLessThan(ALLOWED);
    }

    /** @param nanos the least processor time of the thread in which the project was read */
    private record Read(String path, long nanos, int problems) {
        boolean isSlow() {
            return nanos > ALLOWED.toNanos();
        }
    }

    private static Read readMutated(List<ProjectFiles> examples, long seed) {
        var random = new Random(seed);
        ProjectFiles example = examples.get(random.nextInt(examples.size()));
        List<String> paths = example.texts().keySet().stream().toList();
        String path = paths.get(random.nextInt(paths.size()));
        String mutated = new FileMutation(seed).of(example.texts().get(path), path.endsWith(".yaml"));
        var texts = new TreeMap<>(example.texts());
        texts.put(path, mutated);
        var files = new ProjectFiles(texts);
        var reads = new ArrayList<Read>();
        assertThatCode(() -> reads.add(read(path, files)))
                .as("seed %d, %s:%n%s", seed, path, mutated)
                .doesNotThrowAnyException();
        while (reads.get(reads.size() - 1).isSlow() && reads.size() < LOOKS) {
            reads.add(read(path, files));
        }
        return reads.stream().min(Comparator.comparingLong(Read::nanos)).orElseThrow();
    }

    private static Read read(String path, ProjectFiles files) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Project project = ProjectReader.read(files);
        long after = threads.getCurrentThreadCpuTime();
        for (Problem problem : project.problems()) {
            assertThat(ProblemPrinter.print(problem)).contains(problem.code().slug());
            assertThat(problem.place().line()).isPositive();
            assertThat(problem.place().column()).isPositive();
            assertThat(problem.message()).isNotBlank().doesNotContain("Exception");
        }
        return new Read(path, after - before, project.problems().size());
    }

    private static List<ProjectFiles> examples() throws IOException {
        var examples = new ArrayList<ProjectFiles>();
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            for (Path settings :
                    files.filter(file -> file.endsWith("sendero.yaml")).sorted().toList()) {
                examples.add(ProjectFolder.load(settings.getParent()));
            }
        }
        return examples;
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
