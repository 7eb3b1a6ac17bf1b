package dev.sendero.cli.messages;

import dev.sendero.api.message.MessageId;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.store.ledger.MessageDesk;
import dev.sendero.store.ledger.MessageState;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Gives messages up. */
@Command(
        name = "drop",
        description = {
            "Drop messages: they are not sent any more.",
            "What a courier is sending at the moment cannot be dropped."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero messages drop 3f9a12c0 --by anna",
            "  sendero messages drop --all --state in_doubt --channel sms"
        })
final class DropCommand extends DecidingCommand {

    private final InstantSource clock;

    DropCommand(Terminal terminal, InstantSource clock) {
        super(terminal, MessageDesk.DROPPABLE, "it is dropped");
        this.clock = clock;
    }

    @Override
    Optional<MessageState> decide(MessageDesk desk, MessageId id, String by) {
        return desk.drop(id, by, clock.instant());
    }
}
