package dev.sendero.benchmarks.contender;

import dev.sendero.api.event.Event;
import dev.sendero.benchmarks.loop.Found;
import dev.sendero.benchmarks.loop.Loop;
import dev.sendero.benchmarks.situation.ShopJourneys;
import dev.sendero.engine.event.ReceivedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class LoopContender implements Contender {

    /** How often it looks at the clock. */
    private static final int EVENTS_BETWEEN_LOOKS = 4_096;

    @Override
    public Optional<Played> play(Workload workload, Duration atMost) {
        var found = new ArrayList<Found>();
        var loop = new Loop(workload.journeys().situations(), found::add);
        List<Event> events =
                workload.events().stream().map(ReceivedEvent::event).toList();
        long began = System.nanoTime();
        long measured = began;
        for (int index = 0; index < events.size(); index++) {
            if (index == workload.firstMeasured()) {
                measured = System.nanoTime();
            }
            if (index % EVENTS_BETWEEN_LOOKS == 0 && System.nanoTime() - began > atMost.toNanos()) {
                return Optional.empty();
            }
            loop.accept(events.get(index));
        }
        loop.finish(workload.end());
        long nanos = System.nanoTime() - measured;
        return Optional.of(new Played(
                events.size() - workload.firstMeasured(),
                nanos,
                found.stream().map(LoopContender::sighting).toList()));
    }

    private static Sighting sighting(Found found) {
        return Sighting.of(
                ShopJourneys.id(found.journey()),
                found.customer(),
                found.key(),
                found.first(),
                found.last(),
                found.at());
    }
}
