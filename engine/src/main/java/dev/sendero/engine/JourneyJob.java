package dev.sendero.engine;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The topology: events and journeys in, messages and facts out. */
public final class JourneyJob {

    private JourneyJob() {}

    /** Adds the job to an environment, which is configured as the settings ask; nothing runs yet. */
    public static void build(StreamExecutionEnvironment environment, JobSettings settings) {
        environment.setParallelism(settings.parallelism());
    }
}
