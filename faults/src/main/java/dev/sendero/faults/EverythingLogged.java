package dev.sendero.faults;

import dev.sendero.faults.provider.Reaction;
import dev.sendero.faults.provider.Target;
import dev.sendero.faults.result.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process that logs whatever anybody in it says at any level, while its providers hang up: what is in its logs is looked
 * through at the end with all others.
 */
final class EverythingLogged implements Fault {

    private static final Set<Target> TARGETS = EnumSet.complementOf(EnumSet.of(Target.HUBSPOT));
    private static final Duration LASTING = Duration.ofSeconds(5);

    /** What the platform's own logging tells: all, on the terminal. */
    private static final String PLATFORM = """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=ALL
            .level=ALL
            """;

    @Override
    public String name() {
        return "everything-logged";
    }

    @Override
    public String summary() {
        return "providers hang up, and everything is logged at the lowest level: is a secret or an address in it?";
    }

    @Override
    public List<Row> run(Laboratory laboratory) throws Exception {
        Path platform = laboratory.folder().resolve("everything-logged.properties");
        Files.writeString(platform, PLATFORM);
        Map<String, String> environment = Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Dlogback.configurationFile=fault/everything.logback.xml -Djdk.httpclient.HttpClient.log=all"
                        + " -Djava.util.logging.config.file=" + platform);
        return new ProviderFault(
                        name(), summary(), TARGETS, LASTING, (target, call) -> new Reaction.Drop(true), environment)
                .run(laboratory);
    }
}
