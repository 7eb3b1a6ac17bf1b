package dev.sendero.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void help_names_contenders_as_they_are_written() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("flink-no-rules").contains("kafka-engine");
    }

    @Test
    void wrong_usage_is_refused_before_anything_runs() {
        assertThat(run("--contender", "esper")).isEqualTo(2);
        assertThat(run("--events", "10", "--customers", "9")).isEqualTo(2);
        assertThat(err.toString()).contains("'esper'").contains("--customers: 9 (expected: 1 to half of the events)");
    }

    /** Nothing is measured here: it only must not rot. */
    @Test
    @Tag("slow")
    void a_tiny_round_ends_with_a_line_for_each_run_and_a_table() throws Exception {
        Path lines = folder.resolve("lines.jsonl");

        int code = run(
                "--contender",
                "engine,loop,flink-cep,flink-no-rules",
                "--journeys",
                "1",
                "--events",
                "2000",
                "--runs",
                "1",
                "--heap",
                "512m",
                "--warm-up",
                "0",
                "--out",
                lines.toString());

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Contender").contains("engine on rocksdb to hashmap");
        List<String> written = Files.readAllLines(lines);
        assertThat(written).hasSize(5).allMatch(line -> line.startsWith("{\"contender\":\""));
        assertThat(out.toString().lines()).containsAll(written);
    }

    private int run(String... arguments) {
        CommandLine commandLine = Bench.commandLine();
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
