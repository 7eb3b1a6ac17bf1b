package dev.sendero.benchmarks.memory;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.benchmarks.shop.Shop;
import dev.sendero.core.Admission;
import dev.sendero.core.Allocation;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What the core alone keeps of a population.
 *
 * @param live customers of whom it keeps anything
 * @param bytes that it writes of all of them, without keys and timers
 */
record CustomersByCore(long live, long bytes) {

    static CustomersByCore of(Population population) throws IOException {
        Project project = ProjectReader.read(population.project());
        var decider = new Decider(
                JourneySet.of(
                        project.settings(),
                        project.journeys().values().stream()
                                .map(journey -> new VersionInForce(journey, Instant.MIN, Instant.MAX))
                                .toList()),
                Allocation.BY_HASH);
        Map<CustomerId, CustomerState> states = new HashMap<>();
        var waiting = new PriorityQueue<>(Event.ORDER);
        for (long number = 0; number < population.events(); number++) {
            Event event = population.event().apply(number);
            waiting.add(event);
            Instant passed = event.timestamp().minus(Shop.DISORDER);
            while (waiting.element().timestamp().isBefore(passed)) {
                apply(waiting.remove(), decider, states);
            }
        }
        while (!waiting.isEmpty()) {
            apply(waiting.remove(), decider, states);
        }
        var written = new DataOutputStream(OutputStream.nullOutputStream());
        long live = 0;
        for (CustomerState state : states.values()) {
            decider.advance(state, population.end());
            if (!state.isEmpty()) {
                live++;
                state.writeTo(written);
            }
        }
        return new CustomersByCore(live, written.size());
    }

    private static void apply(Event event, Decider decider, Map<CustomerId, CustomerState> states) {
        CustomerState state = states.computeIfAbsent(event.customer(), CustomerState::fresh);
        decider.apply(state, event, Admission.ALL);
        if (state.isEmpty()) {
            states.remove(event.customer());
        }
    }
}
