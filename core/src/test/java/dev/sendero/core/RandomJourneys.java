package dev.sendero.core;

import static dev.sendero.core.Words.atLeast;
import static dev.sendero.core.Words.branch;
import static dev.sendero.core.Words.constant;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.exit;
import static dev.sendero.core.Words.match;
import static dev.sendero.core.Words.randomSplit;
import static dev.sendero.core.Words.set;
import static dev.sendero.core.Words.share;
import static dev.sendero.core.Words.until;
import static dev.sendero.core.Words.value;
import static dev.sendero.core.Words.waitUntil;
import static dev.sendero.core.Words.when;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.journey.ExitRule.ScopeOfExit;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes up journeys from a seed, with something of everything. */
final class RandomJourneys {

    private static final List<String> NAMES = List.of("A", "B", "C");

    private final RandomShop random;
    private int steps;

    RandomJourneys(RandomShop random) {
        this.random = random;
    }

    List<Journey> journeys(int count) {
        List<Journey> journeys = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            journeys.add(journey("j" + index));
        }
        return journeys;
    }

    private Journey journey(String id) {
        var builder = JourneyBuilder.journey(id)
                .priority(random.upTo(3))
                .runs(oneOf(List.of(RunLimit.values())))
                .reentry(reentry())
                .holdout(10 * random.upTo(4))
                .steps(steps(3));
        if (random.upTo(4) == 0) {
            builder.inactiveFor(minutes(), match(name(), Condition.ALWAYS));
        } else {
            builder.triggeredBy(random.sequence());
        }
        if (random.upTo(2) == 0) {
            builder.exitOn(name(), oneOf(List.of(ScopeOfExit.values())));
        }
        if (random.upTo(2) == 0) {
            builder.convertsOn(name(), minutes(), value("event.properties.price"));
        }
        return builder.build();
    }

    private Reentry reentry() {
        return switch (random.upTo(3)) {
            case 0 -> new Reentry.Always();
            case 1 -> new Reentry.Never();
            default -> new Reentry.After(minutes());
        };
    }

    private Step[] steps(int depth) {
        var made = new Step[1 + random.upTo(3)];
        for (int index = 0; index < made.length; index++) {
            made[index] = step(depth);
        }
        return made;
    }

    private Step step(int depth) {
        String id = "s" + steps++;
        int kind = random.upTo(depth == 0 ? 4 : 8);
        return switch (kind) {
            case 0, 1 -> email(id);
            case 2 -> delay(id, minutes());
            case 3 -> set(id, "price", constant((long) random.upTo(10)));
            case 4 ->
                branch(
                        id,
                        List.of(steps(depth - 1)),
                        when(atLeast("run.trigger.properties.price", random.upTo(10)), steps(depth - 1)),
                        when(atLeast("profile.traits.price", random.upTo(10)), steps(depth - 1)));
            case 5, 6 ->
                waitUntil(
                        id,
                        minutes(),
                        List.of(steps(depth - 1)),
                        until(name(), steps(depth - 1)),
                        until(name(), exit(id + "x", "left")));
            default -> randomSplit(id, share("a", 40, steps(depth - 1)), share("b", 60, steps(depth - 1)));
        };
    }

    private String name() {
        return oneOf(NAMES);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.upTo(choices.size()));
    }

    private Duration minutes() {
        return Duration.ofMinutes(1 + random.upTo(10));
    }
}
