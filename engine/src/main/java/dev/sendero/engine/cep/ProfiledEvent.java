package dev.sendero.engine.cep;

import dev.sendero.api.event.Event;
import java.util.Map;
import org.apache.flink.cep.EventComparator;

/**
 * An event and what is known of its customer just after it: all that a trigger's conditions may look at, as Flink CEP
 * shows a condition nothing but events.
 *
 * @param profile {@code id}, {@code traits} and {@code segments}
 */
public record ProfiledEvent(Event event, Map<String, Object> profile) {

    /** Breaks ties between events of one instant; Flink CEP orders by time itself. */
    public static final EventComparator<ProfiledEvent> TIES = new Ties();

    long millis() {
        return event.timestamp().toEpochMilli();
    }

    private static final class Ties implements EventComparator<ProfiledEvent> {

        @Override
        public int compare(ProfiledEvent left, ProfiledEvent right) {
            return Event.ORDER.compare(left.event(), right.event());
        }
    }
}
