package dev.sendero.cli.messages;

import dev.sendero.cli.options.FormatOption;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.LedgerQuery;
import dev.sendero.store.ledger.SqlLedger;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists messages. */
@Command(
        name = "list",
        description = {
            "List messages, the newest first.",
            "A dead letter is in the state failed: it was refused for good, or its last try was in vain."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero messages list --state failed --state in_doubt",
            "  sendero messages list --journey abandoned-cart --channel email --limit 500",
            "  sendero messages list --customer ada --format json"
        })
final class ListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private MessageFilter filter = new MessageFilter();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Mixin
    private FormatOption format = new FormatOption();

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<LedgerEntry> entries = store.use(System.getenv(), database -> new SqlLedger(database)
                .newest(filter.query(), Long.MAX_VALUE, Math.max(1, limit)));
        if (format.isJson()) {
            terminal.out().println(MessageJson.list(entries));
        } else if (entries.isEmpty()) {
            terminal.note(
                    filter.query().equals(LedgerQuery.ALL) ? "There are no messages yet." : "No message is like that.");
        } else {
            terminal.out().println(MessageText.table(entries));
        }
        return ExitCode.FINE;
    }
}
