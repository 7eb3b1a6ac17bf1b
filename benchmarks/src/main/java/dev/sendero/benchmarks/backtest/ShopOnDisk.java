package dev.sendero.benchmarks.backtest;

import dev.sendero.api.json.EventJson;
import dev.sendero.benchmarks.shop.Shop;
import dev.sendero.benchmarks.situation.ShopJourneys;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a journey project, and the events of the same shop as JSON Lines. */
@Command(
        name = "bench-backtest",
        mixinStandardHelpOptions = true,
        description = "Writes the benchmarks' random journeys and events as files, for 'sendero backtest'.")
public final class ShopOnDisk implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Gets the project in 'project', and 'events.jsonl'.")
    private Path folder = Path.of(".");

    @Option(names = "--events", defaultValue = "5000000", description = "${DEFAULT-VALUE} by default.")
    private long events;

    @Option(names = "--customers", defaultValue = "250000", description = "${DEFAULT-VALUE} by default.")
    private int customers;

    @Option(names = "--journeys", defaultValue = "10", description = "${DEFAULT-VALUE} by default.")
    private int journeys;

    @Option(names = "--seed", defaultValue = "42", description = "${DEFAULT-VALUE} by default.")
    private long seed;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ShopOnDisk()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        for (Map.Entry<String, String> file :
                ShopJourneys.of(seed, journeys).files().texts().entrySet()) {
            Path target = folder.resolve("project").resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, file.getValue());
        }
        var shop = new Shop(seed, customers, events);
        try (OutputStream lines =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve("events.jsonl")), 1 << 16)) {
            byte[] end = "\n".getBytes(StandardCharsets.UTF_8);
            for (long index = 0; index < events; index++) {
                lines.write(EventJson.write(shop.event(index)));
                lines.write(end);
            }
        }
        return CommandLine.ExitCode.OK;
    }
}
