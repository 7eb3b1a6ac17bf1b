package dev.sendero.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sendero.api.json.WireJson;
import java.nio.charset.StandardCharsets;

/**
 * One run as one line of JSON.
 *
 * @param journeys 0 for a contender without rules
 * @param events how many were played; a slow contender plays fewer than the others
 * @param eventsPerSecond of the measured part
 * @param matches situations found up to when everything was settled
 */
@JsonPropertyOrder({"contender", "backend", "journeys", "traits", "events", "events_per_s", "run"})
public record ResultLine(
        String contender,
        String backend,
        int journeys,
        int traits,
        long events,
        @JsonProperty("events_per_s") long eventsPerSecond,
        int run,
        long matches,
        int customers,
        long seed,
        String jvm,
        int cores) {

    public static ResultLine of(Result result) {
        var setup = result.setup();
        var outcome = result.outcome();
        return new ResultLine(
                setup.contender().text(),
                setup.backend().text(),
                setup.journeys(),
                setup.traits(),
                setup.events(),
                Math.round(outcome.eventsPerSecond()),
                setup.run(),
                outcome.situations(),
                setup.customers(),
                setup.seed(),
                outcome.jvm(),
                outcome.cores());
    }

    public String json() {
        return new String(WireJson.write(this), StandardCharsets.UTF_8);
    }
}
