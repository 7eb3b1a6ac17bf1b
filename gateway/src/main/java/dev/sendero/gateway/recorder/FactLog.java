package dev.sendero.gateway.recorder;

import dev.sendero.api.fact.Fact;
import java.util.List;

/** The facts that the engine writes, in the order of reading. Used by one thread. */
public interface FactLog extends AutoCloseable {

    /** The next facts; empty when none arrives within a moment, or after {@link #wakeUp}. */
    List<Fact> next();

    /** What was read so far is not read again, by this or a later reader. */
    void commit();

    /** Ends a {@link #next} that waits; may be called by any thread. */
    void wakeUp();

    @Override
    void close();
}
