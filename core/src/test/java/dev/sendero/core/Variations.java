package dev.sendero.core;

import static dev.sendero.core.Words.atLeast;
import static dev.sendero.core.Words.both;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.SequenceItem.Absence;
import dev.sendero.rules.journey.SequenceItem.Occurrence;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Triggers that differ from another only in what journeys may differ in that share situations. */
final class Variations {

    private final RandomShop random;

    Variations(RandomShop random) {
        this.random = random;
    }

    Trigger.Sequence of(Trigger.Sequence trigger) {
        List<SequenceItem> items = new ArrayList<>();
        for (SequenceItem item : trigger.items()) {
            items.add(item instanceof Occurrence occurrence ? of(occurrence, items.isEmpty()) : of((Absence) item));
        }
        return new Trigger.Sequence(items, bound(trigger.within(), 20), trigger.per());
    }

    private Occurrence of(Occurrence item, boolean first) {
        List<EventMatch> matches = item.anyOf();
        if (first && matches.size() == 1 && item.times() == 1) {
            matches = List.of(new EventMatch(
                    matches.get(0).event(), withThreshold(matches.get(0).where())));
        }
        return new Occurrence(
                matches, item.as().isEmpty() ? "" : "it" + random.upTo(3), item.times(), bound(item.within(), 8));
    }

    private Condition withThreshold(Condition before) {
        if (before != Condition.ALWAYS || random.upTo(4) == 0) {
            return before;
        }
        Condition threshold = atLeast("event.properties.price", random.upTo(8));
        return random.upTo(4) == 0 ? both(threshold, Words.equal("event.properties.key", "k1")) : threshold;
    }

    private Absence of(Absence item) {
        return new Absence(item.noneOf(), minutes(8));
    }

    private Duration bound(Duration before, int bound) {
        return before.equals(SequenceItem.UNBOUNDED) ? before : minutes(bound);
    }

    private Duration minutes(int bound) {
        return Duration.ofMinutes(1 + random.upTo(bound));
    }
}
