package dev.sendero.benchmarks.situation;

import dev.sendero.benchmarks.shop.EventFamily;
import dev.sendero.benchmarks.shop.EventKind;
import dev.sendero.benchmarks.shop.Measure;
import dev.sendero.benchmarks.shop.Seeds;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A random computed trait, and a segment of those for whom it is large, or some word.
 *
 * @param name as conditions name it
 * @param rule the mapping that a file of traits has for it
 * @param condition of the segment
 */
record RandomTrait(String name, String rule, String condition) {

    /** What a trait is made of. Ten traits in a row have one of each, in this order. */
    private enum Kind {
        COUNT,
        SUM,
        MOST_FREQUENT,
        COUNT_WHERE,
        MAX,
        POINTS,
        LAST,
        COLLECT,
        MIN,
        FIRST
    }

    private static final List<String> WINDOWS = List.of(", over: 1h", ", over: 1d", ", over: 7d", ", over: 30d", "");

    /** Sets the traits' numbers apart from those of the journeys. */
    private static final long OWN = 0x7261_6974L;

    /** @param index which trait, from 0 */
    static RandomTrait at(long seed, int index) {
        String name = "trait_%04d".formatted(index);
        return new Draw(Seeds.of(seed ^ OWN, index), name).trait(Kind.values()[index % Kind.values().length]);
    }

    private record Draw(SplittableRandom random, String name) {

        RandomTrait trait(Kind kind) {
            return switch (kind) {
                case COUNT -> reaching("count: " + any().name() + over(), 2 + random.nextInt(10));
                case COUNT_WHERE -> {
                    EventKind event = any();
                    Measure measure = oneOf(event.family().measures());
                    yield reaching(
                            "count: " + event.name() + ", where: 'event.properties." + measure.property() + " >= "
                                    + measure.threshold(0.3) + "'" + over(),
                            1 + random.nextInt(5));
                }
                case SUM -> ofNumber("sum", 5);
                case MAX -> ofNumber("max", 2);
                case MIN -> ofNumber("min", 1);
                case MOST_FREQUENT -> ofWord("most_frequent", over());
                case LAST -> ofWord("last", over());
                case FIRST -> ofWord("first", "");
                case POINTS -> {
                    EventKind event = any();
                    EventKind other = any();
                    String second = other.equals(event) ? "" : ", " + other.name() + ": 10";
                    yield reaching("points: { " + event.name() + ": 5" + second + " }" + over(), 30);
                }
                case COLLECT -> {
                    EventKind event = kindOf(it -> it.family() == EventFamily.BROWSING);
                    yield new RandomTrait(
                            name,
                            "{ collect: " + event.name() + ", by: product_id, clear: Order Completed, keep: 20 }",
                            "size(" + path() + ") >= 5");
                }
            };
        }

        private RandomTrait ofNumber(String rule, long times) {
            EventKind event = any();
            Measure measure = oneOf(event.family().measures());
            return reaching(
                    rule + ": event.properties." + measure.property() + ", of: " + event.name() + over(),
                    times * measure.threshold(0.3));
        }

        private RandomTrait ofWord(String rule, String over) {
            EventFamily family = any().family();
            EventKind event = kindOf(kind -> kind.family() == family);
            return new RandomTrait(
                    name,
                    "{ " + rule + ": event.properties." + family.wordProperty() + ", of: " + event.name() + over + " }",
                    path() + " == \"" + oneOf(family.words()) + "\"");
        }

        private RandomTrait reaching(String rule, long least) {
            return new RandomTrait(name, "{ " + rule + " }", path() + " >= " + least);
        }

        private String path() {
            return "profile.traits." + name;
        }

        private String over() {
            return oneOf(WINDOWS);
        }

        private EventKind any() {
            return kindOf(kind -> true);
        }

        private EventKind kindOf(Predicate<EventKind> wanted) {
            return oneOf(EventKind.ALL.stream().filter(wanted).toList());
        }

        private <T> T oneOf(List<T> choice) {
            return choice.get(random.nextInt(choice.size()));
        }
    }
}
