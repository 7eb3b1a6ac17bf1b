package dev.sendero.benchmarks.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourierBenchTest {

    @Test
    void a_small_run_of_everything_ends_with_its_tables() {
        var out = new StringWriter();

        int exitCode = CourierBench.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("--messages", "50", "--seconds", "1", "--rate", "20", "--runs", "1");

        assertThat(exitCode).isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith("{")))
                .hasSize(6)
                .first()
                .asString()
                .contains("\"target\":\"SMTP\"", "\"by\":\"CONNECTOR\"", "\"messages_per_s\":");
        assertThat(out.toString()).contains("Connector alone/s", "p99, of idle");
    }

    @Test
    void tables_tell_medians_and_the_price_of_the_promise() {
        List<CourierLine> lines = List.of(
                rate(CourierLine.By.CONNECTOR, 4_000),
                rate(CourierLine.By.COURIER, 900),
                rate(CourierLine.By.COURIER, 1_000),
                rate(CourierLine.By.COURIER, 5_000),
                delay("idle", 20),
                delay("hangs", 21));

        assertThat(CourierTables.of(lines))
                .containsPattern("HTTP +\\| +4,000 +\\| +1,000 +\\| +4\\.00 +\\| +3")
                .containsPattern("hangs +\\| +2\\.00 +\\| +21\\.00 +\\| +1\\.05");
    }

    private static CourierLine rate(CourierLine.By by, long perSecond) {
        return new CourierLine.Rate(Target.HTTP, by, "sqlite", 100, perSecond, 1, "jvm", 2);
    }

    private static CourierLine delay(String other, double p99Millis) {
        return new CourierLine.Delay(other, "sqlite", 100, 20, 2, p99Millis, 1, "jvm", 2);
    }
}
