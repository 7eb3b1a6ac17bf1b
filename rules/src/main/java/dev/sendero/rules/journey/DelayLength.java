package dev.sendero.rules.journey;

import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.Reading;
import java.time.Duration;
import java.time.LocalTime;

/** How long a delay lasts. */
public sealed interface DelayLength {

    /** @param length 1 s to 365 d */
    record Fixed(Duration length) implements DelayLength {}

    /** Until it is this time of day next; not at all when it is just now. */
    record UntilTimeOfDay(LocalTime time, ZoneChoice zone) implements DelayLength {}

    /**
     * Until a time that the run or the profile says. What the run says is fixed; what the profile says is followed as it
     * changes. Who has no such time leaves the journey.
     *
     * @param time gives a time in ISO 8601; without an offset it is a local one, and a date alone is its beginning
     * @param zone of local times
     */
    record UntilTime(Expression time, ZoneChoice zone, IfPast ifPast) implements DelayLength {

        /** Whether the time may change while somebody waits for it. */
        public boolean follows() {
            return time.readings().stream().anyMatch(reading -> reading.part() == Reading.Part.PROFILE);
        }
    }

    /** What to do when the time to wait for has passed: {@code if_past}. */
    enum IfPast {
        /** The run leaves: what follows would come too late. */
        EXIT,
        /** The run goes on at once. */
        CONTINUE
    }
}
