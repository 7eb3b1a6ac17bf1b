package dev.sendero.cli.profile;

import dev.sendero.cli.running.RunningSystem;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.gateway.http.ErasureView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases a customer from a running system, and waits until it is done. */
@Command(
        name = "erase",
        description = {
            "Erase a customer from a running system, and wait until it is done.",
            "Cleared are profile, traits, journeys they are in, messages that wait, and what the store keeps of them. A"
                    + " message that is being sent at this moment may still go out. What stays names nobody: numbers,"
                    + " ids of messages, and pseudonyms of who was erased and of suppressed addresses.",
            "The id is a user's, and all devices on which they logged in are cleared too; or a device's, and then the user"
                    + " who logged in there is erased with it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero profile erase ada",
            "  sendero profile erase ada --at http://localhost:8484 --yes",
        })
final class EraseCommand implements Callable<Integer> {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "Whom: a user's or a device's id.")
    private String id = "";

    @Option(
            names = "--at",
            paramLabel = "URL",
            defaultValue = "http://localhost:8484",
            description = "The running system that has its console there (default: ${DEFAULT-VALUE}).")
    private String at = "";

    @Option(names = "--yes", description = "Do not ask whether it is meant.")
    private boolean yes;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait until it is done (default: ${DEFAULT-VALUE}).")
    private int waitSeconds;

    EraseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (id.isBlank()) {
            throw CommandFailure.usage("ID: '" + id + "' is nobody", "name a user's or a device's id");
        }
        var erasing = new ErasingSystem(RunningSystem.at(at));
        if (!isMeant()) {
            terminal.note("Nobody is erased.");
            return ExitCode.FINE;
        }
        String receipt = erasing.erase(id);
        Optional<ErasureView> done = waitFor(erasing, receipt);
        if (done.isEmpty()) {
            throw CommandFailure.environment(
                    "nothing goes out to '" + id + "' any more, but the engine has not said within " + waitSeconds
                            + " s that it has forgotten",
                    "is the job running, and does time pass in its events? " + erasing.whereToAsk(receipt)
                            + " tells when it is done");
        }
        terminal.out().println(ErasureText.of(id, done.get()));
        return ExitCode.FINE;
    }

    private boolean isMeant() {
        if (yes) {
            return true;
        }
        if (!terminal.errIsTerminal()) {
            throw CommandFailure.usage(
                    "nobody is there to be asked whether '" + id + "' is to be erased",
                    "this cannot be undone; say --yes");
        }
        terminal.err().print("Erase all that is known of '" + id + "'? This cannot be undone. [y/N] ");
        terminal.err().flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
        } catch (IOException unreadable) {
            throw CommandFailure.environment("the answer cannot be read", "say --yes")
                    .causedBy(unreadable);
        }
    }

    private Optional<ErasureView> waitFor(ErasingSystem erasing, String receipt) {
        long end = System.nanoTime() + Duration.ofSeconds(waitSeconds).toNanos();
        ErasureView view = erasing.progress(receipt);
        while (!view.done() && System.nanoTime() < end) {
            try {
                Thread.sleep(BETWEEN_QUESTIONS.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            view = erasing.progress(receipt);
        }
        return view.done() ? Optional.of(view) : Optional.empty();
    }
}
