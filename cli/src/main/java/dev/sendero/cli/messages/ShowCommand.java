package dev.sendero.cli.messages;

import dev.sendero.cli.options.FormatOption;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.store.ledger.HistoryLine;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.MessageDesk;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one message: what it is, and what it went through. */
@Command(
        name = "show",
        description = "Show one message: its attempts, the reasons, and who decided about it.",
        footerHeading = "%nExamples:%n",
        footer = {"  sendero messages show 3f9a12c0", "  sendero messages show 3f9a12c0 --format json"})
final class ShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The message: its id, or how it begins.")
    private String id = "";

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private FormatOption format = new FormatOption();

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return store.use(System.getenv(), database -> {
            var desk = new MessageDesk(database);
            LedgerEntry entry = NamedMessages.find(desk, id);
            List<HistoryLine> history = desk.history(entry.message().id());
            terminal.out().println(format.isJson() ? MessageJson.one(entry, history) : MessageText.one(entry, history));
            return ExitCode.FINE;
        });
    }
}
