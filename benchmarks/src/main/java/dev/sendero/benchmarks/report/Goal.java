package dev.sendero.benchmarks.report;

import dev.sendero.benchmarks.contender.Backend;
import dev.sendero.benchmarks.contender.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A ratio of two medians, and what it is to be.
 *
 * @param journeys on both sides, as text
 * @param bound how large it has to be at least or, of a cost, at most
 */
record Goal(String text, String journeys, double measured, double bound, boolean cost) {

    private static final double ROCKSDB_TO_HASHMAP = 0.6;
    private static final double KAFKA = 0.7;
    private static final double COST_OF_MANY = 1.5;
    private static final int FEW = 10;
    private static final int MANY = 1_000;
    private static final Map<Integer, Double> TO_FLINK_CEP = Map.of(FEW, 60.0, 100, 400.0, MANY, 2_000.0);
    private static final Map<Integer, Double> TO_LOOP = Map.of(FEW, 0.85, 100, 1.2);

    boolean isMet() {
        return cost ? measured <= bound : measured >= bound;
    }

    /** Those of which both sides were measured. */
    static List<Goal> of(List<Row> rows) {
        var goals = new ArrayList<Goal>();
        for (int journeys : rows.stream().map(Row::journeys).distinct().sorted().toList()) {
            var engine = rate(rows, Name.ENGINE, Backend.HASHMAP, journeys);
            if (TO_FLINK_CEP.containsKey(journeys)) {
                var cep = rate(rows, Name.FLINK_CEP, Backend.HASHMAP, journeys);
                add(goals, "engine to flink-cep", journeys, engine, cep, TO_FLINK_CEP.get(journeys));
            }
            if (TO_LOOP.containsKey(journeys)) {
                var loop = rate(rows, Name.LOOP, Backend.NONE, journeys);
                add(goals, "engine to loop", journeys, engine, loop, TO_LOOP.get(journeys));
            }
            var rocksdb = rate(rows, Name.ENGINE, Backend.ROCKSDB, journeys);
            add(goals, "engine on rocksdb to hashmap", journeys, rocksdb, engine, ROCKSDB_TO_HASHMAP);
            var kafka = rate(rows, Name.KAFKA_ENGINE, Backend.HASHMAP, journeys);
            var noRules = rate(rows, Name.KAFKA_NO_RULES, Backend.NONE, 0);
            add(goals, "kafka-engine to kafka-no-rules", journeys, kafka, noRules, KAFKA);
        }
        addCostOfMany(goals, rows);
        return goals;
    }

    private static void addCostOfMany(List<Goal> goals, List<Row> rows) {
        var few = rate(rows, Name.ENGINE, Backend.HASHMAP, FEW);
        var many = rate(rows, Name.ENGINE, Backend.HASHMAP, MANY);
        if (few.isPresent() && many.isPresent()) {
            double cost = few.getAsDouble() / many.getAsDouble();
            goals.add(new Goal("cost of an event to that at 10", Integer.toString(MANY), cost, COST_OF_MANY, true));
        }
    }

    private static void add(
            List<Goal> goals, String text, int journeys, OptionalDouble left, OptionalDouble right, double bound) {
        if (left.isPresent() && right.isPresent()) {
            double ratio = left.getAsDouble() / right.getAsDouble();
            goals.add(new Goal(text, Integer.toString(journeys), ratio, bound, false));
        }
    }

    private static OptionalDouble rate(List<Row> rows, Name contender, Backend backend, int journeys) {
        return rows.stream()
                .filter(row -> row.contender() == contender
                        && row.backend() == backend
                        && row.journeys() == journeys
                        && row.traits() == 0)
                .mapToDouble(Row::median)
                .findFirst();
    }
}
