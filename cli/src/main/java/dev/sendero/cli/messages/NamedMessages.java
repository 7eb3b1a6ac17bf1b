package dev.sendero.cli.messages;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.MessageDesk;
import java.util.List;

/** Finds messages by what people type of their ids. */
final class NamedMessages {

    private NamedMessages() {}

    /** @throws CommandFailure when there is none, or more than one */
    static LedgerEntry find(MessageDesk desk, String begin) {
        List<LedgerEntry> found = desk.findByPrefix(begin, 2);
        if (found.isEmpty()) {
            throw CommandFailure.usage(
                    "no message whose id begins with '" + begin + "'", "see 'sendero messages list'");
        }
        if (found.size() > 1 && !found.get(0).message().id().value().equals(begin)) {
            throw CommandFailure.usage(
                    "more than one message whose id begins with '" + begin + "'", "write more of the id");
        }
        return found.get(0);
    }
}
