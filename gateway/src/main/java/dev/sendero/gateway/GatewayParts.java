package dev.sendero.gateway;

import dev.sendero.api.connector.CallbackReader;
import dev.sendero.api.link.Links;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.query.Deliveries;
import dev.sendero.store.consent.ConsentLog;
import dev.sendero.store.erasure.Erasures;
import dev.sendero.store.journal.Journal;
import dev.sendero.store.ledger.Ledger;
import dev.sendero.store.mailbox.Mailbox;
import dev.sendero.store.suppression.Suppressions;
import java.util.List;
import java.util.Optional;

/**
 * What a gateway works with. Whoever makes these closes them, after the gateway.
 *
 * @param links reads the addresses that customers got; empty where none are given out
 * @param callbacks of the providers that call on their own account
 */
public record GatewayParts(
        Journal journal,
        Mailbox mailbox,
        Deliveries deliveries,
        ProjectBoard board,
        Ledger ledger,
        Suppressions suppressions,
        ConsentLog consents,
        Erasures erasures,
        Optional<Links> links,
        List<CallbackReader> callbacks) {}
