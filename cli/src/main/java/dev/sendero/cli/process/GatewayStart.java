package dev.sendero.cli.process;

import dev.sendero.api.CustomerId;
import dev.sendero.api.Topics;
import dev.sendero.api.connector.Report;
import dev.sendero.gateway.Gateway;
import dev.sendero.gateway.GatewayParts;
import dev.sendero.gateway.GatewaySettings;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.events.EventLogUnavailable;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.LedgerQuery;
import java.util.List;

/** Starts the gateway, and what tells it of mail that comes back. */
final class GatewayStart {

    private GatewayStart() {}

    static Gateway start(Surroundings around, ProjectBoard board) throws Exception {
        var gateway =
                around.started().add("gateway", Gateway.start(settings(around), around.clock(), parts(around, board)));
        MailProvider.rounds(around.providers(), around.settings().environment(), reports -> tell(gateway, reports))
                .ifPresent(rounds -> around.started().add("returned mail", rounds));
        return gateway;
    }

    private static GatewaySettings settings(Surroundings around) {
        return new GatewaySettings(
                GatewaySettings.LOOPBACK,
                around.settings().port(),
                around.bootstrapServers(),
                Topics.DEFAULT,
                around.project().settings().writeKeys(),
                around.settings().feed() == ProcessSettings.Feed.HTTP
                        ? GatewaySettings.Ingest.OPEN
                        : GatewaySettings.Ingest.CLOSED,
                around.links().map(CustomerAddress::address));
    }

    private static GatewayParts parts(Surroundings around, ProjectBoard board) throws EnvironmentProblem {
        Storage storage = around.storage();
        return new GatewayParts(
                storage.journal(),
                storage.mailbox(),
                (customer, limit) -> newestOf(storage, customer, limit),
                board,
                storage.ledger(),
                storage.suppressions(),
                storage.consents(),
                storage.erasures(),
                around.links().map(CustomerAddress::links),
                Providers.callbacks(around.providers(), around.settings().environment()));
    }

    private static List<LedgerEntry> newestOf(Storage storage, CustomerId customer, int limit) {
        return storage.ledger().newest(LedgerQuery.ALL.of(customer.value()), Long.MAX_VALUE, limit);
    }

    private static void tell(Gateway gateway, List<Report> reports) {
        try {
            gateway.take(reports);
        } catch (EventLogUnavailable unavailable) {
            throw new IllegalStateException("events: not taken (expected: the broker is there)", unavailable);
        }
    }
}
