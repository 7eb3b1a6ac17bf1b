package dev.sendero.engine.journey;

import java.io.Serializable;
import java.util.List;

/** Where the journeys are that were published before the job looked. */
@FunctionalInterface
public interface JourneyLibrary extends Serializable {

    /** All changes up to now, oldest first; blocks until they are read. */
    List<JourneyRecord> readAll();
}
