package dev.sendero.engine.item;

import dev.sendero.core.made.FanOuts;
import dev.sendero.engine.journey.JourneyChange;
import dev.sendero.engine.journey.JourneyRecord;
import dev.sendero.engine.journey.JourneyTopic;
import dev.sendero.rules.project.Publications;
import java.time.Instant;

/** From the topic of journeys: what the {@code events.yaml} of the newest publication says. */
public final class TopicFanOuts implements PublishedFanOuts {

    private static final long serialVersionUID = 1;

    private static final String PLAN = "events.yaml";

    private final JourneyTopic topic;

    public TopicFanOuts(JourneyTopic topic) {
        this.topic = topic;
    }

    @Override
    public Following follow() {
        var newest = new Newest();
        newest.follow(topic.follow(newest::take));
        return newest;
    }

    /** Taken up by one thread, and asked by another. */
    private static final class Newest implements Following {

        private volatile FanOuts fanOuts = FanOuts.NONE;
        private Instant effectiveAt = Instant.MIN;
        private String text = "";
        private AutoCloseable reading = () -> {};

        void follow(AutoCloseable newReading) {
            reading = newReading;
        }

        /** That a version is removed says nothing of the project. */
        void take(JourneyRecord record) {
            if (record.change() instanceof JourneyChange.Published published
                    && !published.publication().effectiveAt().isBefore(effectiveAt)) {
                effectiveAt = published.publication().effectiveAt();
                String newText = published.publication().files().getOrDefault(PLAN, "");
                if (!newText.equals(text)) {
                    text = newText;
                    fanOuts = FanOuts.of(Publications.madeEvents(newText));
                }
            }
        }

        @Override
        public FanOuts now() {
            return fanOuts;
        }

        @Override
        public void close() {
            try {
                reading.close();
            } catch (Exception failed) {
                throw new IllegalStateException(
                        "topic of journeys: cannot be left (expected: a consumer that closes)", failed);
            }
        }
    }
}
