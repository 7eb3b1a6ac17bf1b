package dev.sendero.cli.backtest;

import dev.sendero.core.Effect;
import java.util.List;
import java.util.TreeMap;

/** Counts the amounts that were not added to traits, as they are in another currency than the project's. */
final class OtherCurrencies {

    private final TreeMap<String, Long> amounts = new TreeMap<>();

    synchronized void count(Effect.NotAdded amount) {
        amounts.merge(amount.currency() + " were not added to " + amount.trait(), 1L, Long::sum);
    }

    /** For people: one line for each trait and currency. */
    synchronized List<String> lines() {
        return amounts.entrySet().stream()
                .map(entry -> "note: " + entry.getValue() + (entry.getValue() == 1 ? " amount" : " amounts") + " in "
                        + entry.getKey() + ", as the project's currency is another")
                .toList();
    }
}
