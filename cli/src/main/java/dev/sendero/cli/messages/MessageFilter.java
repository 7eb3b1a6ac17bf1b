package dev.sendero.cli.messages;

import dev.sendero.api.message.Channel;
import dev.sendero.store.ledger.LedgerQuery;
import dev.sendero.store.ledger.MessageState;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which messages of the ledger are meant. */
final class MessageFilter {

    @Option(
            names = "--state",
            paramLabel = "STATE",
            converter = Words.OfState.class,
            description = "In this state, such as failed or in_doubt; more than once for several.")
    private Set<MessageState> states = new LinkedHashSet<>();

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            converter = Words.OfChannel.class,
            description = "On this channel, such as email; more than once for several.")
    private Set<Channel> channels = new LinkedHashSet<>();

    @Option(names = "--journey", paramLabel = "ID", defaultValue = "", description = "Of this journey.")
    private String journey = "";

    @Option(names = "--customer", paramLabel = "ID", defaultValue = "", description = "To this customer.")
    private String customer = "";

    LedgerQuery query() {
        return new LedgerQuery(Set.copyOf(states), Set.copyOf(channels), journey, customer);
    }
}
