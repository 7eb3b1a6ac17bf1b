package dev.sendero.cli.up;

import dev.sendero.api.Topics;
import dev.sendero.cli.options.PortOption;
import dev.sendero.cli.options.ProjectOption;
import dev.sendero.cli.process.DataFolder;
import dev.sendero.cli.process.EnvironmentProblem;
import dev.sendero.cli.process.ProcessClock;
import dev.sendero.cli.process.ProcessSettings;
import dev.sendero.cli.process.SenderoProcess;
import dev.sendero.cli.terminal.Colour;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.courier.KafkaReceiptSink;
import dev.sendero.rules.project.Project;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a project here. */
@Command(
        name = "up",
        description = {
            "Run a project here: broker, engine, courier, gateway and console in one process.",
            "Saving a file changes what runs, without a restart. Ctrl-C stops it; what it knows survives."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero up                                  the project in this folder",
            "  sendero up shop --port 9000",
            "  sendero up shop --fresh                     forget everybody and begin anew",
            "  sendero up shop --kafka broker.example:9092 use a Kafka cluster of your own",
            "  sendero up shop --clock events              replay the past: time is that of the newest event"
        })
public final class UpCommand implements Callable<Integer> {

    /** Where time comes from. */
    public enum Clock {
        REAL,
        EVENTS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String KEY_OF_DEVELOPERS = "dev";

    private final Terminal terminal;

    @Mixin
    private ProjectOption project = new ProjectOption();

    @Mixin
    private PortOption port = new PortOption(PortOption.OF_CONSOLE);

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "",
            description = "An outer Kafka cluster instead of the one inside.")
    private String kafka = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where to keep what must survive (default: .sendero in the project).")
    private Path data = Path.of("");

    @Option(names = "--fresh", description = "Delete what earlier runs left, and begin anew.")
    private boolean fresh;

    @Option(
            names = "--clock",
            paramLabel = "CLOCK",
            defaultValue = "real",
            description =
                    "real, or events: time stands still between events, for replaying the past (default: ${DEFAULT-VALUE}).")
    private Clock clock = Clock.REAL;

    public UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Project> loaded = project.loadFine(terminal);
        if (loaded.isEmpty()) {
            return ExitCode.PROBLEMS;
        }
        Path folder = project.folder();
        DataFolder dataFolder =
                data.toString().isEmpty() ? DataFolder.of(folder) : new DataFolder(data.toAbsolutePath());
        var settings = new ProcessSettings(
                folder.toAbsolutePath().normalize(),
                dataFolder,
                port.port(),
                kafka,
                clock == Clock.REAL ? ProcessClock.real() : ProcessClock.ofEvents(Instant.EPOCH),
                ProcessSettings.Feed.HTTP,
                System.getenv());
        return run(settings, loaded.get());
    }

    /** What a terminal shows ends in the log of a service. */
    private static String shown(String writeKey) {
        return writeKey.equals(KEY_OF_DEVELOPERS) ? writeKey : "WRITE_KEY";
    }

    private int run(ProcessSettings settings, Project loaded) {
        terminal.note(terminal.onErr(Colour.BOLD, "Sendero") + " starts "
                + loaded.settings().name() + " …");
        var running = new Running();
        try {
            running.prepare(settings, fresh);
            var process = SenderoProcess.start(
                    settings,
                    loaded,
                    servers -> new KafkaReceiptSink(servers, Topics.DEFAULT.events()),
                    new RunningReport(terminal),
                    running::fail);
            running.closeAtExit(process);
            terminal.note("""

                    %s
                      journeys  %s
                      messages  %s
                      console   %s
                      events    curl -u %s: %s/v1/track -H 'content-type: application/json' \\
                                  -d '{"userId":"ada","event":"Product Added","properties":{}}'
                      kafka     %s
                      data      %s
                    Save a file and it takes effect. Ctrl-C stops.
                    """.formatted(
                            terminal.onErr(Colour.GREEN, "Ready."),
                            Overview.journeys(loaded),
                            Overview.messages(loaded, settings.reachesCustomers()),
                            terminal.onErr(Colour.BOLD, process.consoleAddress()),
                            shown(loaded.settings().writeKeys().get(0)),
                            process.consoleAddress(),
                            process.bootstrapServers(),
                            settings.data().root()));
        } catch (EnvironmentProblem problem) {
            throw Running.asFailure(problem);
        }
        return running.waitForEnd();
    }
}
