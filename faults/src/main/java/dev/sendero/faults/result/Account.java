package dev.sendero.faults.result;

import dev.sendero.api.JourneyId;
import dev.sendero.api.message.MessageId;
import dev.sendero.faults.load.Load;
import dev.sendero.faults.load.TrialProject;
import dev.sendero.faults.provider.Provider;
import dev.sendero.faults.provider.Target;
import dev.sendero.store.Database;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.MessageDesk;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.ledger.SqlLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what the events call for with what the ledger says and with what the providers have counted. */
public final class Account {

    private static final Set<MessageState> OVER = EnumSet.of(
            MessageState.SENT,
            MessageState.FAILED,
            MessageState.EXPIRED,
            MessageState.SUPPRESSED,
            MessageState.CANCELLED,
            MessageState.SKIPPED,
            MessageState.DROPPED);

    private record Key(String customer, JourneyId journey) {}

    private final SqlLedger ledger;
    private final MessageDesk desk;

    /** @param store of the Sendero that is looked at */
    public Account(Database store) {
        ledger = new SqlLedger(store);
        desk = new MessageDesk(store);
    }

    /** How many messages of a load have no end yet. */
    public int unrested(Load load, List<Provider> providers) {
        Map<Key, LedgerEntry> entries = entries();
        int unrested = 0;
        for (Provider provider : providers) {
            for (String customer : load.arrivers().customers()) {
                unrested += isAtRest(find(entries, customer, provider.target()), provider.target()) ? 0 : 1;
            }
        }
        return unrested;
    }

    /** How many messages of a load are in doubt of which their provider can be asked. */
    public int unasked(Load load, List<Provider> providers) {
        Map<Key, LedgerEntry> entries = entries();
        int unasked = 0;
        for (Provider provider : providers) {
            if (provider.target().canBeAsked()) {
                for (String customer : load.arrivers().customers()) {
                    unasked += find(entries, customer, provider.target())
                                    .filter(entry -> entry.state() == MessageState.IN_DOUBT)
                                    .isPresent()
                            ? 1
                            : 0;
                }
            }
        }
        return unasked;
    }

    /**
     * A row for each provider.
     *
     * @param mostInDoubt how many messages for one target that does not recognise repeats may be in doubt
     */
    public List<Row> rows(String fault, String loadName, Load load, List<Provider> providers, int mostInDoubt) {
        Map<Key, LedgerEntry> entries = entries();
        return providers.stream()
                .map(provider -> new Row(
                        fault,
                        loadName,
                        provider.target(),
                        count(entries, load, provider),
                        mostInDoubt,
                        p99Delay(load, provider)))
                .toList();
    }

    private Row.Count count(Map<Key, LedgerEntry> entries, Load load, Provider provider) {
        int lost = 0;
        int duplicated = 0;
        int inDoubt = 0;
        int missing = 0;
        int unlisted = 0;
        int notSent = 0;
        int unrested = 0;
        List<String> customers = load.arrivers().customers();
        for (String customer : customers) {
            Optional<LedgerEntry> entry = find(entries, customer, provider.target());
            int effects = provider.arrivals().effectsFor(customer);
            boolean listed = entry.isPresent() && wasInDoubt(entry.get());
            boolean atRest = isAtRest(entry, provider.target());
            boolean refused = entry.map(LedgerEntry::state)
                    .filter(state -> OVER.contains(state) && state != MessageState.SENT)
                    .isPresent();
            inDoubt += listed ? 1 : 0;
            unrested += atRest ? 0 : 1;
            notSent += refused ? 1 : 0;
            if (effects > 1) {
                duplicated++;
                unlisted += listed ? 0 : 1;
            } else if (effects == 0 && !refused) {
                missing += listed ? 1 : 0;
                // What is still on its way is not lost, and is counted as without an end.
                lost += !listed && (atRest || entry.isEmpty()) ? 1 : 0;
            }
        }
        return new Row.Count(customers.size(), lost, duplicated, inDoubt, missing, unlisted, notSent, unrested);
    }

    private static boolean isAtRest(Optional<LedgerEntry> entry, Target target) {
        return entry.map(LedgerEntry::state)
                .filter(state ->
                        OVER.contains(state) || (state == MessageState.IN_DOUBT && !target.recognisesRepeats()))
                .isPresent();
    }

    private boolean wasInDoubt(LedgerEntry entry) {
        MessageId id = entry.message().id();
        return entry.state() == MessageState.IN_DOUBT
                || desk.history(id).stream().anyMatch(line -> line.state() == MessageState.IN_DOUBT);
    }

    private static Optional<Duration> p99Delay(Load load, Provider provider) {
        var delays = new ArrayList<Duration>();
        List<String> customers = load.arrivers().customers();
        for (int number = 0; number < customers.size(); number++) {
            Optional<Instant> first = provider.arrivals().firstFor(customers.get(number));
            if (first.isPresent()) {
                delays.add(Duration.between(load.cameAt(number), first.get()));
            }
        }
        if (delays.isEmpty()) {
            return Optional.empty();
        }
        delays.sort(null);
        // By nearest rank.
        return Optional.of(delays.get((int) Math.ceil(delays.size() * 0.99) - 1));
    }

    private static Optional<LedgerEntry> find(Map<Key, LedgerEntry> entries, String customer, Target target) {
        return Optional.ofNullable(entries.get(new Key(customer, new JourneyId(TrialProject.journeyTo(target)))));
    }

    private Map<Key, LedgerEntry> entries() {
        var entries = new HashMap<Key, LedgerEntry>();
        ledger.export(entry -> {
            var key =
                    new Key(entry.message().customer().value(), entry.message().journey());
            if (entries.put(key, entry) != null) {
                throw new IllegalStateException("ledger: two messages of " + key + " (expected: one)");
            }
        });
        return entries;
    }
}
