package dev.sendero.store.ledger;

import dev.sendero.api.message.Channel;
import java.util.Set;

/**
 * Which messages to list.
 *
 * @param states empty for all
 * @param channels empty for all
 * @param journey the journey's id; empty for all
 * @param customer the customer's id; empty for all
 */
public record LedgerQuery(Set<MessageState> states, Set<Channel> channels, String journey, String customer) {

    public static final LedgerQuery ALL = new LedgerQuery(Set.of(), Set.of(), "", "");

    public LedgerQuery in(MessageState... onlyStates) {
        return new LedgerQuery(Set.of(onlyStates), channels, journey, customer);
    }

    public LedgerQuery of(String onlyCustomer) {
        return new LedgerQuery(states, channels, journey, onlyCustomer);
    }
}
