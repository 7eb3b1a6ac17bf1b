package dev.sendero.cli.preview;

import dev.sendero.cli.backtest.CustomerEvents;
import dev.sendero.cli.events.EventOptions;
import dev.sendero.cli.options.PortOption;
import dev.sendero.cli.process.DataFolder;
import dev.sendero.cli.project.ProjectLoading;
import dev.sendero.cli.terminal.Colour;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.plan.MadeEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a template makes. */
@Command(
        name = "preview",
        description = {
            "Look at a template in the browser: every locale, on a desk and on a phone, light and dark.",
            "Its values are those of the journey tests that send it, or made up. Saving a file changes the page.",
            "With --customer and --events they are those of a customer, as a backtest has her."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero preview my-journeys cart-reminder",
            "  sendero preview my-journeys abandoned-cart/nudge         a text that stands in the journey",
            "  sendero preview my-journeys cart-reminder --profile ada.json",
            "  sendero preview my-journeys cart-reminder --customer ada --events last-week/"
        })
public final class PreviewCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the project.")
    private Path folder = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "TEMPLATE",
            description = "The template as journeys name it, or JOURNEY/STEP.")
    private String template = "";

    @Option(names = "--profile", paramLabel = "FILE", description = "A customer to write to: JSON with id and traits.")
    private @Nullable Path profile;

    @Option(names = "--customer", paramLabel = "ID", description = "A customer to write to, out of the events.")
    private @Nullable String customer;

    @ArgGroup(exclusive = false)
    private @Nullable EventOptions history;

    @Mixin
    private PortOption port = new PortOption(0);

    @Option(names = "--no-browser", description = "Only say where the page is.")
    private boolean noBrowser;

    /** @param clock what made-up values and messages are dated with */
    public PreviewCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        int listening = port.port();
        var samples = new Samples(knownCustomer(), clock.instant());
        var preview =
                new Preview(folder, template, samples, new Dispatch(DataFolder.of(folder), System.getenv(), clock));
        try (PreviewSession session = PreviewSession.open(folder, preview, listening, terminal)) {
            terminal.note(template + " is at " + terminal.onErr(Colour.BOLD, session.address())
                    + " and follows the files. Ctrl-C ends.");
            if (!noBrowser && terminal.errIsTerminal()) {
                Browser.open(session.address());
            }
            session.join();
        } catch (IOException unclosed) {
            throw CommandFailure.environment("the preview did not close: " + unclosed.getMessage(), "")
                    .causedBy(unclosed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.INTERRUPTED;
    }

    private Optional<KnownCustomer> knownCustomer() {
        if ((customer == null) != (history == null)) {
            throw CommandFailure.usage(
                    customer == null ? "--events without --customer" : "--customer without --events",
                    "say both: --customer ada --events last-week/");
        }
        if (customer == null || history == null) {
            return Optional.ofNullable(profile).map(RealProfile::read);
        }
        if (profile != null) {
            throw CommandFailure.usage(
                    "--profile and --customer are two customers", "look at one of them, and then at the other");
        }
        MadeEvents made = ProjectLoading.load(folder).settings().made();
        return Optional.of(new PastCustomer(CustomerEvents.read(history, terminal, made, customer)));
    }
}
