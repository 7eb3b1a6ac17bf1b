package dev.sendero.cli.backtest;

import dev.sendero.api.Money;
import dev.sendero.api.fact.Fact;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one journey did, counted from its facts. */
final class JourneyFigures {

    private long entered;
    private long heldOut;
    private long converted;
    private long exited;
    private long completed;
    private final SortedMap<String, Long> messages = new TreeMap<>();
    private final SortedMap<String, Long> skipped = new TreeMap<>();
    private final SortedMap<String, Long> notEntered = new TreeMap<>();
    private final SortedMap<String, BigDecimal> value = new TreeMap<>();

    void count(Fact fact) {
        switch (fact.type()) {
            case ENTERED -> entered++;
            case HELD_OUT -> heldOut++;
            case CONVERTED -> {
                converted++;
                add(fact.value());
            }
            case EXITED -> exited++;
            case COMPLETED -> completed++;
            case MESSAGE_REQUESTED -> messages.merge(fact.arm(), 1L, Long::sum);
            case MESSAGE_SKIPPED -> skipped.merge(fact.reason(), 1L, Long::sum);
            case NOT_ENTERED -> notEntered.merge(fact.reason(), 1L, Long::sum);
            case STEP, MESSAGE_CANCELLED, MIGRATED, NOT_MIGRATED, BOUND_REACHED, PUBLISHED, TRAIT_NEW -> {
                // Counted where single steps are shown, not for the journey as a whole.
            }
        }
    }

    /** Counts what another one has counted. */
    void add(JourneyFigures other) {
        entered += other.entered;
        heldOut += other.heldOut;
        converted += other.converted;
        exited += other.exited;
        completed += other.completed;
        other.messages.forEach((channel, count) -> messages.merge(channel, count, Long::sum));
        other.skipped.forEach((reason, count) -> skipped.merge(reason, count, Long::sum));
        other.notEntered.forEach((reason, count) -> notEntered.merge(reason, count, Long::sum));
        other.value.forEach((currency, amount) -> value.merge(currency, amount, BigDecimal::add));
    }

    private void add(Money money) {
        if (money.isStated()) {
            value.merge(money.currency(), money.amount(), BigDecimal::add);
        }
    }

    long entered() {
        return entered;
    }

    long heldOut() {
        return heldOut;
    }

    long converted() {
        return converted;
    }

    long exited() {
        return exited;
    }

    long completed() {
        return completed;
    }

    /** By channel. */
    SortedMap<String, Long> messages() {
        return messages;
    }

    /** By reason. */
    SortedMap<String, Long> skipped() {
        return skipped;
    }

    /** By reason. */
    SortedMap<String, Long> notEntered() {
        return notEntered;
    }

    /** What the conversions were worth, by currency. */
    SortedMap<String, BigDecimal> value() {
        return value;
    }
}
