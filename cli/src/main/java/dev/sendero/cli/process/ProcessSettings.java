package dev.sendero.cli.process;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a process runs and where.
 *
 * @param project the folder of the journey project
 * @param port of the gateway; 0 for any free one
 * @param kafka the bootstrap servers of an outer cluster; empty to run a broker inside the process
 * @param feed where events come from
 * @param environment where secrets are found; shows in no text made of this
 */
public record ProcessSettings(
        Path project,
        DataFolder data,
        int port,
        String kafka,
        ProcessClock clock,
        Feed feed,
        Map<String, String> environment) {

    /** Where events come from. */
    public enum Feed {
        /** Anybody with a write key, over HTTP. */
        HTTP,
        /** Only the process itself: a simulation. */
        SIMULATION
    }

    /**
     * Whether messages may go to the providers that the project names. A simulation's customers and a replay's past
     * are not to be written to: their messages stay in the mailbox.
     */
    public boolean reachesCustomers() {
        return feed == Feed.HTTP && clock instanceof ProcessClock.Real;
    }

    boolean usesOuterKafka() {
        return !kafka.isEmpty();
    }

    @Override
    public String toString() {
        return project + ", data in " + data + ", port " + port + ", " + clock + ", events by " + feed;
    }
}
