package dev.sendero.benchmarks.backtest;

import dev.sendero.api.event.Event;
import dev.sendero.api.json.EventJson;
import dev.sendero.benchmarks.roaster.Roaster;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what the customers of the cookbook's roaster do, as JSON Lines. */
@Command(
        name = "cookbook-history",
        mixinStandardHelpOptions = true,
        description = "Writes events for the journeys of examples/cookbook, for 'sendero backtest'.")
public final class CookbookHistory implements Callable<Integer> {

    private static final int BUFFER_BYTES = 1 << 16;

    @Parameters(paramLabel = "FILE", description = "Compressed when its name ends in .gz.")
    private Path file = Path.of("events.jsonl");

    @Option(names = "--events", defaultValue = "5000000", description = "${DEFAULT-VALUE} by default.")
    private long events;

    @Option(names = "--customers", defaultValue = "250000", description = "${DEFAULT-VALUE} by default.")
    private int customers;

    @Option(names = "--seed", defaultValue = "42", description = "${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(names = "--progress", description = "Show on the terminal how far it is.")
    private boolean progressWanted;

    CookbookHistory() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CookbookHistory()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        var roaster = new Roaster(seed, customers, events);
        try (OutputStream lines = new BufferedOutputStream(open(), BUFFER_BYTES)) {
            Consumer<Event> writing = event -> write(event, lines);
            if (progressWanted) {
                try (var progress = new ProgressBar("the roaster's quarter", events)) {
                    roaster.play(writing.andThen(event -> progress.step()));
                }
            } else {
                roaster.play(writing);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private OutputStream open() throws IOException {
        OutputStream plain = Files.newOutputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, BUFFER_BYTES) : plain;
    }

    private static void write(Event event, OutputStream lines) {
        try {
            lines.write(EventJson.write(event));
            lines.write('\n');
        } catch (IOException full) {
            throw new UncheckedIOException("events: cannot be written", full);
        }
    }
}
