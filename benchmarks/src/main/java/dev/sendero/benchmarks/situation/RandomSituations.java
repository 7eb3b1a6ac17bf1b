package dev.sendero.benchmarks.situation;

import dev.sendero.benchmarks.shop.EventFamily;
import dev.sendero.benchmarks.shop.EventKind;
import dev.sendero.benchmarks.shop.Measure;
import dev.sendero.benchmarks.shop.Seeds;
import dev.sendero.benchmarks.situation.Situation.Absent;
import dev.sendero.benchmarks.situation.Situation.Happens;
import dev.sendero.benchmarks.situation.Situation.Item;
import dev.sendero.benchmarks.situation.Situation.Sequence;
import dev.sendero.benchmarks.situation.Situation.Silence;
import dev.sendero.benchmarks.situation.Situation.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Random situations, as people would ask for them: popular events more often, thresholds high enough that what begins
 * is rare, windows from a quarter of an hour to a month. Nothing waits without a bound.
 */
final class RandomSituations {

    private static final List<SituationKind> KINDS = Arrays.asList(SituationKind.values());
    private static final Where ALWAYS = new Where.Always();
    private static final String FIRST = "first";

    private static final List<Duration> SHORT =
            List.of(minutes(15), minutes(30), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4));
    private static final List<Duration> ABSENCES =
            List.of(minutes(15), minutes(30), Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1));
    private static final List<Duration> LONG =
            List.of(Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(3));

    private final SplittableRandom random;

    private RandomSituations(SplittableRandom random) {
        this.random = random;
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    /** @param index which journey, from 0; the first is an abandoned cart under every seed */
    static Situation at(long seed, int index) {
        return new RandomSituations(Seeds.of(~seed, index)).situation(kindAt(seed, index), index);
    }

    /** Ten in a row have each kind once, in an order of their own. */
    static SituationKind kindAt(long seed, int index) {
        int ten = index / KINDS.size();
        var kinds = new ArrayList<>(KINDS);
        SplittableRandom shuffle = Seeds.of(seed, -1L - ten);
        for (int last = kinds.size() - 1; last > 0; last--) {
            int other = shuffle.nextInt(last + 1);
            kinds.set(other, kinds.set(last, kinds.get(other)));
        }
        if (ten == 0) {
            kinds.remove(SituationKind.ABSENCE_AT_THE_END);
            kinds.add(0, SituationKind.ABSENCE_AT_THE_END);
        }
        return kinds.get(index % KINDS.size());
    }

    private Situation situation(SituationKind kind, int index) {
        return switch (kind) {
            case ONE_EVENT -> sequence(Situation.UNBOUNDED, happens(rare(any(), 0.0002, 0.001)));
            case TWO_EVENTS -> sequence(oneOf(LONG), happens(rare(any(), 0.001, 0.01)), soon(plain(any())));
            case THREE_EVENTS ->
                sequence(oneOf(LONG), happens(rare(any(), 0.001, 0.01)), happens(plain(any())), soon(common(any())));
            case ANY_OF ->
                sequence(
                        oneOf(LONG),
                        happens(rare(any(), 0.001, 0.005), rare(any(), 0.001, 0.005)),
                        happens(plain(any()), common(any())));
            case TIMES ->
                sequence(
                        oneOf(LONG),
                        new Happens(List.of(rare(any(), 0.01, 0.05)), "", 2 + random.nextInt(3), Situation.UNBOUNDED));
            case ABSENCE_AT_THE_END -> absenceAtTheEnd(index);
            case ABSENCE_IN_THE_MIDDLE ->
                sequence(
                        Duration.ofDays(4),
                        happens(rare(any(), 0.001, 0.01)),
                        new Absent(List.of(plain(any())), oneOf(ABSENCES)),
                        soon(plain(any())));
            case CAPTURED -> captured();
            case PER ->
                new Sequence(
                        List.of(happens(rare(inCarts(), 0.001, 0.01)), soon(plain(kindOf(EventFamily::hasCart)))),
                        oneOf(LONG),
                        EventFamily.CART_ID);
            case INACTIVE -> inactive(index);
        };
    }

    private static Sequence sequence(Duration within, Item... items) {
        return new Sequence(List.of(items), within, "");
    }

    private static Happens happens(Wanted... events) {
        return new Happens(List.of(events), "", 1, Situation.UNBOUNDED);
    }

    /** Half of the items that follow have a bound of their own. */
    private Happens soon(Wanted event) {
        return new Happens(List.of(event), "", 1, random.nextBoolean() ? oneOf(SHORT) : Situation.UNBOUNDED);
    }

    /** A thing is put into the cart, or two things happen, and then nothing. */
    private Sequence absenceAtTheEnd(int index) {
        if (index == 0 || random.nextBoolean()) {
            EventKind added = inCarts();
            var silence = new Absent(List.of(plain(added), new Wanted("Order Completed", ALWAYS)), oneOf(ABSENCES));
            return new Sequence(
                    List.of(happens(rare(added, 0.0005, 0.003)), silence), Situation.UNBOUNDED, EventFamily.CART_ID);
        }
        return sequence(
                Duration.ofDays(3),
                happens(rare(any(), 0.001, 0.01)),
                happens(plain(any())),
                new Absent(List.of(plain(any()), plain(any())), oneOf(ABSENCES)));
    }

    private Sequence captured() {
        var first = new Happens(
                List.of(rare(kindOf(EventFamily.BROWSING::equals), 0.002, 0.02)), FIRST, 1, Situation.UNBOUNDED);
        var dearer = new Wanted(inCarts().name(), new Where.MoreThanFirst(Measure.PRICE.property(), FIRST));
        return sequence(oneOf(LONG), first, soon(dearer));
    }

    /** One journey in fifty looks at all events. What is not rare is waited for long. */
    private Silence inactive(int index) {
        if (index / KINDS.size() % 5 == 0) {
            return new Silence(days(7, 14, 30), List.of());
        }
        if (random.nextBoolean()) {
            return new Silence(days(14, 30), List.of(plain(any()), new Wanted("Order Completed", ALWAYS)));
        }
        return new Silence(days(3, 5, 7), List.of(rare(any(), 0.001, 0.01), rare(any(), 0.001, 0.01)));
    }

    private Duration days(Integer... choice) {
        return Duration.ofDays(oneOf(List.of(choice)));
    }

    private static Wanted plain(EventKind kind) {
        return new Wanted(kind.name(), ALWAYS);
    }

    /** Every third to every fiftieth. */
    private Wanted common(EventKind kind) {
        return rare(kind, 0.02, 0.3);
    }

    /** An event that only a share between two has; spread evenly over the orders of magnitude. */
    private Wanted rare(EventKind kind, double low, double high) {
        double share = low * StrictMath.pow(high / low, random.nextDouble());
        EventFamily family = kind.family();
        if (share * family.words().size() < high && random.nextInt(3) == 0) {
            var word = new Where.Is(family.wordProperty(), oneOf(family.words()));
            return new Wanted(
                    kind.name(),
                    new Where.Both(atLeast(family, share * family.words().size()), word));
        }
        return new Wanted(kind.name(), atLeast(family, share));
    }

    private Where atLeast(EventFamily family, double share) {
        Measure measure = oneOf(family.measures());
        return new Where.AtLeast(measure.property(), measure.threshold(share));
    }

    private EventKind any() {
        return kindOf(family -> true);
    }

    private EventKind inCarts() {
        return kindOf(EventFamily.CART::equals);
    }

    /** Frequent events are asked for more often, though not in proportion. */
    private EventKind kindOf(Predicate<EventFamily> families) {
        List<EventKind> choice = EventKind.ALL.stream()
                .filter(kind -> families.test(kind.family()))
                .toList();
        double sum =
                choice.stream().mapToDouble(kind -> Math.sqrt(kind.weight())).sum();
        double left = random.nextDouble() * sum;
        for (EventKind kind : choice) {
            left -= Math.sqrt(kind.weight());
            if (left < 0) {
                return kind;
            }
        }
        return choice.get(choice.size() - 1);
    }

    private <T> T oneOf(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
