package dev.sendero.benchmarks;

import dev.sendero.benchmarks.contender.Backend;
import dev.sendero.benchmarks.contender.Name;
import dev.sendero.benchmarks.contender.Setup;
import java.util.ArrayList;
import java.util.List;

/**
 * Which runs there are, in order: for each number of journeys the contenders in turn, as often as asked; those without
 * rules once for all.
 *
 * @param backends empty for those that a contender has by itself
 * @param traits how many traits, of the contenders that keep some; the others play without
 * @param customers how many do all events; who plays fewer events has fewer customers in proportion
 */
record Plan(
        List<Name> contenders,
        List<Backend> backends,
        List<Integer> journeys,
        List<Integer> traits,
        long events,
        int customers,
        int runs,
        long seed,
        int warmUpSeconds) {

    /** What Flink CEP decides in about half a minute, times the journeys; it is slower with more in proportion. */
    private static final long CEP_EVENTS_TIMES_JOURNEYS = 3_000_000;

    /** On RocksDB it is about a hundred times slower still. */
    private static final long CEP_ON_ROCKSDB_EVENTS_TIMES_JOURNEYS = 30_000;

    /** With fewer, nothing can be measured. */
    private static final long LEAST_EVENTS = 2_000;

    List<Setup> setups() {
        var setups = new ArrayList<Setup>();
        add(setups, 0, contenders.stream().filter(name -> !name.decides()).toList());
        for (int count : journeys) {
            add(setups, count, contenders.stream().filter(Name::decides).toList());
        }
        return setups;
    }

    private void add(List<Setup> setups, int count, List<Name> names) {
        for (int run = 1; run <= runs; run++) {
            for (Name name : names) {
                for (Backend backend : backendsOf(name)) {
                    for (int kept : name.keepsTraits() ? traits : List.of(0)) {
                        setups.add(setup(name, backend, count, kept, run));
                    }
                }
            }
        }
    }

    private List<Backend> backendsOf(Name name) {
        boolean stateless = name.backends().equals(List.of(Backend.NONE));
        return backends.isEmpty() || stateless ? name.backends() : backends;
    }

    private Setup setup(Name name, Backend backend, int count, int kept, int run) {
        long played = events;
        if (name == Name.FLINK_CEP) {
            long times = backend == Backend.ROCKSDB ? CEP_ON_ROCKSDB_EVENTS_TIMES_JOURNEYS : CEP_EVENTS_TIMES_JOURNEYS;
            played = Math.min(events, Math.max(LEAST_EVENTS, times / count));
        }
        int playing = (int) Math.max(1, customers * played / events);
        return new Setup(name, backend, count, kept, played, playing, seed, warmUpSeconds, run);
    }

    /** Whether no other contender looks for the same journeys' situations in the same events. */
    boolean isAlone(Setup setup) {
        return setups().stream()
                .noneMatch(other -> other.contender() != setup.contender()
                        && other.journeys() == setup.journeys()
                        && other.events() == setup.events());
    }

    /** The loop with the journeys and events of another, only for the sake of what it finds. */
    static Setup check(Setup other) {
        return new Setup(
                Name.LOOP, Backend.NONE, other.journeys(), 0, other.events(), other.customers(), other.seed(), 0, 0);
    }
}
