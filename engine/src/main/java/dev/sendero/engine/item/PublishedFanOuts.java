package dev.sendero.engine.item;

import dev.sendero.core.made.FanOuts;
import java.io.Serializable;

/** Where the job learns which events concern items. */
@FunctionalInterface
public interface PublishedFanOuts extends Serializable {

    /** Knows all that was published before it returns, and what is published later soon after. */
    Following follow() throws Exception;

    /** What is published, as it changes. */
    interface Following extends AutoCloseable {

        /** By the newest publication; fast enough to be asked at each event. */
        FanOuts now();

        @Override
        void close();
    }
}
