package dev.sendero.benchmarks.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sendero.cli.backtest.BacktestCommand;
import dev.sendero.cli.terminal.OutputFormat;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.cli.terminal.WordConverter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code make bench-backtest}, 250 times smaller. */
class CookbookBacktestTest {

    private static final Path COOKBOOK = Path.of("../examples/cookbook");

    @TempDir
    private Path folder;

    @Test
    void the_roasters_customers_enter_every_journey_of_the_cookbook() throws IOException {
        Path history = folder.resolve("events.jsonl.gz");
        new CommandLine(new CookbookHistory()).execute(history.toString(), "--events=20000", "--customers=1000");

        JsonNode result = backtest(COOKBOOK, "--format", "json", "--events", history);

        assertThat(result.path("events").asLong()).isEqualTo(20_000);
        assertThat(result.path("customers").asLong()).isBetween(900L, 1_000L);
        assertThat(result.path("not_rendered")).isEmpty();
        var entered = new TreeMap<String, Long>();
        result.path("journeys")
                .forEach(journey -> entered.put(
                        journey.path("journey").asText(),
                        journey.path("entered").asLong()));
        assertThat(entered).hasSize(journeys()).allSatisfy((journey, entries) -> assertThat(entries)
                .as(journey)
                .isPositive());
    }

    private static JsonNode backtest(Object... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false);
        int exitCode = new CommandLine(new BacktestCommand(terminal, InstantSource.system()))
                .registerConverter(OutputFormat.class, new WordConverter<>(OutputFormat.class))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        assertThat(exitCode).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private static int journeys() throws IOException {
        try (Stream<Path> files = Files.list(COOKBOOK.resolve("journeys"))) {
            return (int) files.count();
        }
    }
}
