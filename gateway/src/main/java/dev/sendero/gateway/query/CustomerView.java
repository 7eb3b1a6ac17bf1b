package dev.sendero.gateway.query;

import dev.sendero.api.fact.Fact;
import dev.sendero.store.ledger.MessageState;
import java.time.Instant;
import java.util.List;

/**
 * What has been decided about one customer, and what became of the messages. Lists are empty for a customer about whom
 * nothing has been decided.
 *
 * @param now by the process's clock
 * @param timezone of the project
 * @param complete false when there are older decisions or messages than those told
 * @param journeys those that run
 * @param decisions oldest first
 * @param deliveries oldest first
 * @param inside the runs that are on their way, the one that entered first, first
 */
public record CustomerView(
        Instant now,
        String customer,
        String timezone,
        boolean complete,
        List<JourneyOfCustomer> journeys,
        List<Decision> decisions,
        List<Delivery> deliveries,
        List<Inside> inside) {

    /**
     * @param state lower case: draft, live, paused or ended
     * @param audience the condition as written; empty without one
     * @param reentrySeconds how long after an entry the customer may enter again; 0 for at once, -1 for never
     */
    public record JourneyOfCustomer(String id, String title, String state, String audience, long reentrySeconds) {}

    /**
     * A fact, and what is known around it.
     *
     * @param kind of the step that it is about, as {@link JourneyGraph.Kind} names it; empty where that is not known
     * @param group the subscription group of the message that it is about; empty for none
     * @param to whom the message was sent; empty for none
     * @param said the subject of an e-mail or the text of another message; empty where that is not kept
     */
    public record Decision(Fact fact, String kind, String group, String to, String said) {}

    /**
     * Where a message is.
     *
     * @param at when that changed last
     * @param reason why it is so; empty where nothing is to be said
     */
    public record Delivery(
            Instant at, String journey, String key, String step, String channel, MessageState state, String reason) {}

    /**
     * A run on its way.
     *
     * @param step where it rests; empty where that is not known
     * @param waits whether it waits for one of the arms
     * @param arms what it waits for
     * @param until when it goes on at the latest; the last instant where that is never or not known
     */
    public record Inside(String journey, String key, String step, boolean waits, List<String> arms, Instant until) {}
}
