package dev.sendero.faults;

import dev.sendero.faults.debug.CodePoint;
import dev.sendero.faults.debug.Place;
import java.util.Optional;
import java.util.Random;

/**
 * Where in the way of a message the process is killed. The names of classes and methods are checked against the program before
 * anything starts.
 */
enum KillPoint {
    AFTER_READ(
            "events are read, and nothing is decided yet",
            "dev.sendero.engine.operator.JourneyOperator",
            "processElement1",
            1,
            50),
    AFTER_DECIDE(
            "messages are decided, and in no checkpoint", "dev.sendero.engine.outbox.OutboxWriter", "write", 2, 200),
    AFTER_CHECKPOINT("the checkpoint is complete, and nothing is appended", KillPoint.COMMITTER, "commit", 1, 1),
    MID_APPEND(
            "a part of the messages is appended", "org.apache.kafka.clients.producer.KafkaProducer", "doSend", 2, 100),
    AFTER_APPEND("all are appended, and the job does not know it", KillPoint.COMMITTER, "await", 1, 50),
    AFTER_CLAIM("messages are claimed, and not all are called", "dev.sendero.courier.Caller", "carryOut", 2, 100),
    UNANSWERED("requests are written, and not answered", "", "", 0, 60),
    BEFORE_RECORD(
            "answers have come, and are not recorded", "dev.sendero.courier.OutcomeRecorder", "writeLedger", 1, 4);

    private static final String COMMITTER = "dev.sendero.engine.outbox.OutboxCommitter";
    private static final String TOPIC = "messages";

    private final String meaning;
    private final Optional<CodePoint> point;
    private final int mostHits;

    /** @param mostHits the process dies at one of the first so many times that it gets there */
    KillPoint(String meaning, String className, String method, int parameters, int mostHits) {
        this.meaning = meaning;
        this.point = className.isEmpty() ? Optional.empty() : Optional.of(new CodePoint(className, method, parameters));
        this.mostHits = mostHits;
    }

    /** In the table and for {@code --only}. */
    String title() {
        return "kill-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String meaning() {
        return meaning;
    }

    int drawHit(Random random) {
        return 1 + random.nextInt(mostHits);
    }

    /** Empty where the providers have to say when it is time. */
    Optional<Place> place(Random random) {
        return point.map(code -> {
            Place place = Place.of(code, drawHit(random));
            var messages = new Place.Caller(COMMITTER, "topic", TOPIC);
            return switch (this) {
                case AFTER_CHECKPOINT, AFTER_APPEND -> place.through(messages);
                // What was handed over before is to arrive.
                case MID_APPEND -> place.through(messages).whereOthersGoOn();
                case AFTER_READ, AFTER_DECIDE, AFTER_CLAIM, UNANSWERED, BEFORE_RECORD -> place;
            };
        });
    }
}
