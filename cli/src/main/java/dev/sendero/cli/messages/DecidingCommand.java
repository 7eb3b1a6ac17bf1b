package dev.sendero.cli.messages;

import dev.sendero.api.message.MessageId;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.LedgerQuery;
import dev.sendero.store.ledger.MessageDesk;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.ledger.SqlLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command by which somebody decides about messages. What a courier has just claimed is left alone. */
abstract sealed class DecidingCommand implements Callable<Integer> permits RetryCommand, DropCommand {

    private static final int PAGE = 500;

    private final Terminal terminal;
    private final Set<MessageState> from;
    private final String done;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The messages: their ids, or how these begin.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--all", description = "All messages that the options below say; --state is required then.")
    private boolean all;

    @Mixin
    private MessageFilter filter = new MessageFilter();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who decides this, for the message's history (default: ${DEFAULT-VALUE}).")
    private String actor = "";

    @Mixin
    private StoreOption store = new StoreOption();

    /**
     * @param from the states in which it can be decided
     * @param done what is said of a message for which it is
     */
    DecidingCommand(Terminal terminal, Set<MessageState> from, String done) {
        this.terminal = terminal;
        this.from = from;
        this.done = done;
    }

    /** @return the state that the message was in */
    abstract Optional<MessageState> decide(MessageDesk desk, MessageId id, String by);

    @Override
    public final Integer call() {
        if (ids.isEmpty() != all) {
            throw CommandFailure.usage("which messages?", "name them, or write --all with --state");
        }
        return store.use(System.getenv(), database -> {
            var desk = new MessageDesk(database);
            return all ? decideAll(desk, new SqlLedger(database)) : decideNamed(desk);
        });
    }

    private int decideNamed(MessageDesk desk) {
        List<LedgerEntry> named =
                ids.stream().map(id -> NamedMessages.find(desk, id)).toList();
        int refused = 0;
        for (LedgerEntry entry : named) {
            MessageId id = entry.message().id();
            if (entry.message().isErased()) {
                refused++;
                terminal.fail(
                        MessageText.shortId(id) + " is of a customer who has been erased",
                        "nothing is left of it that could be sent or dropped");
                continue;
            }
            MessageState state = decide(desk, id, actor).orElse(entry.state());
            if (from.contains(state)) {
                terminal.out().println(MessageText.shortId(id) + ": " + done + " (it was " + state.wireName() + ")");
            } else {
                refused++;
                terminal.fail(
                        MessageText.shortId(id) + " is " + state.wireName(),
                        "this can be done while it is " + words(from));
            }
        }
        return refused == 0 ? ExitCode.FINE : ExitCode.PROBLEMS;
    }

    private int decideAll(MessageDesk desk, SqlLedger ledger) {
        LedgerQuery query = filter.query();
        if (query.states().isEmpty() || !from.containsAll(query.states())) {
            throw CommandFailure.usage("--all: in which state?", "write --state with one of: " + words(from));
        }
        var decided = new int[1];
        forEach(ledger, query, entry -> {
            if (decide(desk, entry.message().id(), actor).filter(from::contains).isPresent()) {
                decided[0]++;
            }
        });
        terminal.out().println(String.format(Locale.ROOT, "%,d messages: %s", decided[0], done));
        return ExitCode.FINE;
    }

    private static void forEach(SqlLedger ledger, LedgerQuery query, Consumer<LedgerEntry> reader) {
        List<LedgerEntry> page = ledger.newest(query, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = ledger.newest(query, page.get(page.size() - 1).number(), PAGE);
        }
    }

    private static String words(Set<MessageState> states) {
        return states.stream().map(MessageState::wireName).sorted().collect(Collectors.joining(", "));
    }
}
