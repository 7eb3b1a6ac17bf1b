package dev.sendero.cli.explain;

import dev.sendero.api.Topics;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.Rendered;
import dev.sendero.cli.backtest.EventHistory;
import dev.sendero.cli.backtest.HistoryReplay;
import dev.sendero.cli.backtest.JourneySelection;
import dev.sendero.cli.events.EventInputs;
import dev.sendero.cli.events.EventNumbers;
import dev.sendero.cli.events.EventReading;
import dev.sendero.cli.events.ReaderChoice;
import dev.sendero.cli.project.ProjectLoading;
import dev.sendero.cli.sorting.SpillFolder;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.core.Effect;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.gateway.Gateway;
import dev.sendero.gateway.GatewayParts;
import dev.sendero.gateway.GatewaySettings;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.http.PortInUse;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.rules.template.RenderFailure;
import dev.sendero.store.Database;
import dev.sendero.store.Pseudonyms;
import dev.sendero.store.consent.SqlConsentLog;
import dev.sendero.store.erasure.SqlErasures;
import dev.sendero.store.journal.SqlJournal;
import dev.sendero.store.ledger.Claimant;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.ledger.SqlLedger;
import dev.sendero.store.mailbox.MailboxEntry;
import dev.sendero.store.mailbox.SqlMailbox;
import dev.sendero.store.suppression.SqlSuppressions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The gateway of a system in which a project's journeys have decided about some events, and every message was delivered
 * a second later. Nothing else runs.
 */
public final class ToldSystem implements AutoCloseable {

    private static final Duration DELIVERY = Duration.ofSeconds(1);

    private final Database store;
    private final Gateway gateway;

    private ToldSystem(Database store, Gateway gateway) {
        this.store = store;
        this.gateway = gateway;
    }

    /**
     * @param events JSON Lines
     * @param folder for its data
     */
    public static ToldSystem of(Path project, Path events, Path folder) {
        Project loaded = ProjectLoading.load(project);
        var facts = Collections.synchronizedList(new ArrayList<Fact>());
        var messages = Collections.synchronizedList(new ArrayList<Message>());
        Instant now = decide(loaded, events, effect -> {
            if (effect instanceof Effect.Record fact) {
                facts.add(fact.fact());
            } else if (effect instanceof Effect.Send send) {
                messages.add(send.message());
            }
        });
        Database store =
                Database.sqlite(folder.resolve("told.db"), Pseudonyms.of(new byte[Pseudonyms.SHORTEST_SECRET_BYTES]));
        var journal = new SqlJournal(store);
        journal.record(facts);
        var mailbox = new SqlMailbox(store);
        messages.forEach(message -> mailbox.put(mail(loaded, message)));
        var board = new ProjectBoard();
        board.show(loaded);
        var settings = new GatewaySettings(
                GatewaySettings.LOOPBACK,
                0,
                "localhost:1",
                Topics.DEFAULT,
                List.of("key"),
                GatewaySettings.Ingest.CLOSED,
                Optional.empty());
        try {
            return new ToldSystem(
                    store,
                    Gateway.start(
                            settings,
                            InstantSource.fixed(now),
                            new GatewayParts(
                                    journal,
                                    mailbox,
                                    (customer, limit) -> messages.stream()
                                            .filter(message ->
                                                    message.customer().equals(customer))
                                            .map(ToldSystem::delivered)
                                            .toList(),
                                    board,
                                    new SqlLedger(store),
                                    new SqlSuppressions(store),
                                    new SqlConsentLog(store),
                                    new SqlErasures(store),
                                    Optional.empty(),
                                    List.of())));
        } catch (PortInUse impossible) {
            throw new AssertionError("a free port is never in use", impossible);
        }
    }

    /** Until the newest event, whose time it returns. */
    private static Instant decide(Project project, Path events, Consumer<Effect> effects) {
        var journeys = JourneySet.of(
                project.settings(),
                JourneySelection.runnable(project).stream()
                        .map(VersionInForce::always)
                        .toList(),
                CepDetectors.asChosen());
        try (var spill = new SpillFolder();
                var history = EventHistory.open(spill, project.settings().made(), bite -> {})) {
            EventReading.readAllRaw(
                    EventInputs.find(List.of(events.toString()), System.in),
                    ReaderChoice.jsonLines(new EventNumbers()),
                    Terminal.ofProcess(Map.of()),
                    history::add);
            var replay = HistoryReplay.of(journeys, history.last());
            history.replay(() -> new EventHistory.Part() {
                @Override
                public void replay(Iterator<ReceivedEvent> ofCustomer) {
                    replay.run(ofCustomer, effects);
                }

                @Override
                public void close() {}
            });
            return history.last();
        }
    }

    private static MailboxEntry mail(Project project, Message message) {
        return new MailboxEntry(
                0,
                message.id(),
                message.journey(),
                message.run(),
                message.step(),
                message.customer(),
                message.group(),
                message.at().plus(DELIVERY),
                rendered(project, message));
    }

    private static Rendered rendered(Project project, Message message) {
        Content content = Objects.requireNonNull(project.contents().get(message.content()), "content");
        try {
            return new LiquidRenderer().render(content, message.to(), message.variables());
        } catch (RenderFailure unexpected) {
            throw new AssertionError(message.step() + " cannot be rendered", unexpected);
        }
    }

    private static LedgerEntry delivered(Message message) {
        Instant at = message.at().plus(DELIVERY);
        return new LedgerEntry(
                1,
                message,
                0,
                MessageState.SENT,
                at,
                new Claimant("local", 1),
                1,
                message.id().value(),
                "",
                at,
                at);
    }

    public String address() {
        return "http://localhost:" + gateway.port();
    }

    @Override
    public void close() {
        gateway.close();
        store.close();
    }
}
