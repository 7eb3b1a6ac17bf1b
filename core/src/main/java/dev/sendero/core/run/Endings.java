package dev.sendero.core.run;

import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Run;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.journey.ConversionGoal;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Bounds;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is left of a run that has ended: as much as its conversion still needs, for as long as it can come. */
final class Endings {

    private Endings() {}

    /** Ends a run of the customer, or takes up one that ends as it begins. */
    static void end(Customer customer, CompiledJourney journey, Run run, long now, Bounds bounds, Facts facts) {
        customer.forgetRuns(other -> other.id().equals(run.id()));
        long conversionEnds = journey.conversionEnds(run);
        if (run.converted() || conversionEnds <= now) {
            return;
        }
        customer.add(run.ended(stillNeeded(journey.journey(), run), conversionEnds));
        long ended = customer.runs().stream().filter(other -> !other.isActive()).count();
        if (ended > bounds.finishedRuns()) {
            forgetOldest(customer, facts);
        }
    }

    private static void forgetOldest(Customer customer, Facts facts) {
        for (Run run : customer.runs()) {
            if (!run.isActive()) {
                customer.forget(run.id());
                facts.boundReached(run.journey(), run.key(), Bounds.FINISHED_RUNS);
                return;
            }
        }
    }

    private static Map<String, Object> stillNeeded(Journey journey, Run run) {
        boolean looksAtRun = journey.conversion().map(Endings::looksAtRun).orElse(false);
        return looksAtRun ? run.captured() : Map.of();
    }

    private static boolean looksAtRun(ConversionGoal goal) {
        return Stream.of(goal.match().where().readings(), goal.valueSource().readings())
                .flatMap(Set::stream)
                .anyMatch(reading -> reading.part() == Reading.Part.RUN);
    }
}
