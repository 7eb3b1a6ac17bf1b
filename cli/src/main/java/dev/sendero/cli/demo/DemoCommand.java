package dev.sendero.cli.demo;

import dev.sendero.api.Topics;
import dev.sendero.cli.options.PortOption;
import dev.sendero.cli.process.DataFolder;
import dev.sendero.cli.process.EnvironmentProblem;
import dev.sendero.cli.process.ProcessClock;
import dev.sendero.cli.process.ProcessSettings;
import dev.sendero.cli.process.SenderoProcess;
import dev.sendero.cli.terminal.Colour;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.cli.up.Running;
import dev.sendero.cli.up.RunningReport;
import dev.sendero.gateway.events.EventClock;
import dev.sendero.gateway.events.KafkaEventLog;
import dev.sendero.rules.problem.ProblemPrinter;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays the bundled shop. */
@Command(
        name = "demo",
        description = {
            "See a made-up shop run, with simulated customers, faster than real time.",
            "They browse, fill carts, leave, come back, and react to what they receive. Nothing leaves this machine."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero demo",
            "  sendero demo --speed 600          slower: ten minutes of the shop in a second",
            "  sendero demo --keep my-shop       keep the shop's files, to change them while it runs"
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration PAST = Duration.ofDays(9);
    private static final Duration PAST_TAKES = Duration.ofSeconds(4);

    private final Terminal terminal;

    @Mixin
    private PortOption port = new PortOption(PortOption.OF_CONSOLE);

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "3600",
            description = "Seconds of the shop in one real second, 1 to 20000 (default: ${DEFAULT-VALUE}, an hour).")
    private int speed = 3_600;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed, other customers (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Where to put the shop's files; what is there is replaced (default: a temporary folder).")
    private Path keep = Path.of("");

    public DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (speed < 1 || speed > 20_000) {
            throw CommandFailure.usage("--speed " + speed + " is out of range", "choose 1 to 20000");
        }
        terminal.note(terminal.onErr(Colour.BOLD, "Sendero") + " starts a shop with simulated customers …");
        var running = new Running();
        try {
            play(folder(running), running);
        } catch (IOException refused) {
            throw CommandFailure.environment(
                            "the shop's files cannot be written: " + refused.getMessage(),
                            "choose a folder with --keep")
                    .causedBy(refused);
        } catch (EnvironmentProblem problem) {
            throw Running.asFailure(problem);
        }
        return running.waitForEnd();
    }

    private Path folder(Running running) throws IOException {
        if (!keep.toString().isEmpty()) {
            return keep.toAbsolutePath().normalize();
        }
        Path temporary = Files.createTempDirectory("sendero-demo-");
        running.deleteAtExit(temporary);
        return temporary;
    }

    private void play(Path folder, Running running) throws IOException, EnvironmentProblem {
        BundledShop.copyTo(folder);
        Project project = ProjectReader.read(ProjectFolder.load(folder));
        if (project.hasErrors()) {
            throw CommandFailure.usage(
                    "the shop's files have problems:\n" + ProblemPrinter.print(project.problems()),
                    "mend them, or choose another folder with --keep");
        }
        var clock = new EventClock(START);
        var shop = new ShopPlayer(ShopSettings.of(seed, START), new Pace(PAST, PAST_TAKES, speed), clock);
        var settings = new ProcessSettings(
                folder,
                DataFolder.of(folder),
                port.port(),
                "",
                new ProcessClock.OfEvents(clock),
                ProcessSettings.Feed.SIMULATION,
                System.getenv());
        running.prepare(settings, true);
        var process =
                SenderoProcess.start(settings, project, servers -> shop, new RunningReport(terminal), running::fail);
        running.closeAtExit(process);
        // First, so that the customers do not find the process gone.
        running.closeAtExit(shop);
        shop.start(new KafkaEventLog(process.bootstrapServers(), Topics.DEFAULT.events()), running::fail);
        terminal.note("""

                %s
                  console   %s
                  shop      %s
                An hour passes in %s. Change a journey in the shop's folder, save, and watch. Ctrl-C stops.
                """.formatted(
                        terminal.onErr(Colour.GREEN, "The shop is open."),
                        terminal.onErr(Colour.BOLD, process.consoleAddress()),
                        folder,
                        realTimeOfAnHour()));
    }

    private String realTimeOfAnHour() {
        double seconds = 3_600.0 / speed;
        return seconds >= 60 ? Math.round(seconds / 60) + " minutes" : "%.1f s".formatted(seconds);
    }
}
