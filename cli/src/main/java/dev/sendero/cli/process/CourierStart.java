package dev.sendero.cli.process;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.message.Channel;
import dev.sendero.courier.Courier;
import dev.sendero.courier.CourierParts;
import dev.sendero.courier.CourierSettings;
import dev.sendero.courier.ReceiptSink;
import dev.sendero.courier.SendingHours;
import dev.sendero.courier.mailbox.DevMailboxConnector;
import dev.sendero.rules.template.LiquidRenderer;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/** Starts the courier with the providers that the project names; all other channels go to the dev mailbox. */
final class CourierStart {

    private CourierStart() {}

    /**
     * @param hours in which messages go out, as the newest save of the project says
     * @param receipts makes the place where receipts go, given the bootstrap servers; closed with the process
     */
    static Courier start(Surroundings around, Supplier<SendingHours> hours, Function<String, ReceiptSink> receipts)
            throws EnvironmentProblem {
        Map<Channel, Connector> connectors = connectors(around);
        connectors.forEach((channel, connector) -> around.started().add(channel.title(), connector));
        Storage storage = around.storage();
        var parts = new CourierParts(
                storage.ledger(),
                storage.suppressions(),
                storage.consents(),
                storage.erasures(),
                hours,
                new LiquidRenderer(),
                connectors,
                around.started().add("receipts", receipts.apply(around.bootstrapServers())),
                around.links().map(CustomerAddress::links),
                around.clock(),
                new Random());
        CourierSettings settings = CourierSettings.of(around.bootstrapServers(), "local")
                .with(around.project().settings().sending().calls());
        var courier = around.started().add("courier", new Courier(settings, parts));
        courier.start();
        return courier;
    }

    private static Map<Channel, Connector> connectors(Surroundings around) throws EnvironmentProblem {
        Map<Channel, Connector> providers = Providers.connectors(
                around.providers(),
                around.settings().environment(),
                around.links().map(CustomerAddress::address),
                around.clock());
        return MailProvider.followed(
                DevMailboxConnector.besides(providers, around.storage().mailbox(), around.clock()),
                around.project().settings().channels(),
                around.links().map(CustomerAddress::links));
    }
}
