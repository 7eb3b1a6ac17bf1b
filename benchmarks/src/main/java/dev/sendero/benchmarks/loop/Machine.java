package dev.sendero.benchmarks.loop;

import dev.sendero.api.event.Event;
import dev.sendero.benchmarks.situation.Situation;
import dev.sendero.benchmarks.situation.Situation.Wanted;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One journey's state machine; what it keeps of a customer is a list of {@link Open}. */
abstract class Machine {

    final int journey;

    Machine(int journey) {
        this.journey = journey;
    }

    static Machine of(int journey, Situation situation) {
        return situation instanceof Situation.Silence silence
                ? new SilenceMachine(journey, silence)
                : new SequenceMachine(journey, (Situation.Sequence) situation);
    }

    /** Names of the events that it has to see; empty for all. */
    abstract Set<String> names();

    /**
     * Applies an event.
     *
     * @param open what has begun; changed in place
     * @return the earliest deadline that was set; {@link Open#NEVER} for none
     */
    abstract long apply(List<Open> open, Event event, long millis, Consumer<Found> found);

    /**
     * Applies the deadlines of what has begun, up to a time.
     *
     * @return the earliest deadline that is left
     */
    abstract long fire(List<Open> open, long upTo, Consumer<Found> found);

    Found found(Open open, long at) {
        return new Found(journey, open.first.customer(), open.key, open.first.id(), open.last.id(), at);
    }

    static Set<String> namesOf(List<Wanted> events) {
        return events.stream().map(Wanted::event).collect(Collectors.toSet());
    }

    static boolean isAny(Wanted[] wanted, Event event, Event captured) {
        for (Wanted one : wanted) {
            if (one.event().equals(event.name()) && one.where().holds(event, captured)) {
                return true;
            }
        }
        return false;
    }
}
