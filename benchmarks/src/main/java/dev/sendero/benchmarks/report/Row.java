package dev.sendero.benchmarks.report;

import dev.sendero.benchmarks.contender.Backend;
import dev.sendero.benchmarks.contender.Name;
import dev.sendero.benchmarks.contender.Setup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * All runs of one contender with the same journeys, traits and events.
 *
 * @param rates events per second of each run, slowest first
 */
record Row(
        Name contender, Backend backend, int journeys, int traits, long events, long situations, List<Double> rates) {

    /** In the order in which they were first seen. */
    static List<Row> of(List<Result> results) {
        record Same(Name contender, Backend backend, int journeys, int traits, long events) {}
        var groups = new LinkedHashMap<Same, List<Result>>();
        for (Result result : results) {
            Setup setup = result.setup();
            var same = new Same(setup.contender(), setup.backend(), setup.journeys(), setup.traits(), setup.events());
            groups.computeIfAbsent(same, it -> new ArrayList<>()).add(result);
        }
        return groups.entrySet().stream()
                .map(group -> new Row(
                        group.getKey().contender(),
                        group.getKey().backend(),
                        group.getKey().journeys(),
                        group.getKey().traits(),
                        group.getKey().events(),
                        group.getValue().get(0).outcome().situations(),
                        group.getValue().stream()
                                .map(result -> result.outcome().eventsPerSecond())
                                .sorted()
                                .toList()))
                .toList();
    }

    double median() {
        int middle = rates.size() / 2;
        return rates.size() % 2 == 1 ? rates.get(middle) : (rates.get(middle - 1) + rates.get(middle)) / 2;
    }

    /** From the slowest to the fastest, as a part of the median. */
    double spread() {
        return (rates.get(rates.size() - 1) - rates.get(0)) / median();
    }
}
