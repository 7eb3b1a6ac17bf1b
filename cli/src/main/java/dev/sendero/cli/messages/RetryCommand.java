package dev.sendero.cli.messages;

import dev.sendero.api.message.MessageId;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.store.ledger.MessageDesk;
import dev.sendero.store.ledger.MessageState;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Tries messages again. */
@Command(
        name = "retry",
        description = {
            "Try messages again that failed, expired, or are in doubt.",
            "One in doubt may have arrived: its customer may get it twice. A retried message does not expire any more."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero messages retry 3f9a12c0 81bb07de",
            "  sendero messages retry --all --state failed --channel email --journey abandoned-cart"
        })
final class RetryCommand extends DecidingCommand {

    private final InstantSource clock;

    RetryCommand(Terminal terminal, InstantSource clock) {
        super(terminal, MessageDesk.RETRYABLE, "it is tried again");
        this.clock = clock;
    }

    @Override
    Optional<MessageState> decide(MessageDesk desk, MessageId id, String by) {
        return desk.retry(id, by, clock.instant());
    }
}
