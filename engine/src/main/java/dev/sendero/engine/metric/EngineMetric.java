package dev.sendero.engine.metric;

/** The catalogue of what the job counts. All of them only grow; those of a journey carry its id in the tag {@code journey}. */
public enum EngineMetric {
    ENTERED("entered", "runs", "customers who entered the journey", Scope.JOURNEY),
    SENT("sent", "messages", "messages that the journey asked to be sent", Scope.JOURNEY),
    SKIPPED("skipped", "messages", "messages that policy held back", Scope.JOURNEY),
    CONVERTED("converted", "runs", "runs that reached the journey's goal", Scope.JOURNEY),
    BOUND_REACHED(
            "boundReached",
            "times",
            "something of one customer that gave way for the journey, as no more is kept",
            Scope.JOURNEY),
    NOT_TAKEN_UP(
            "notTakenUp",
            "inputs",
            "inputs that said more of a customer's traits or groups than is kept of one",
            Scope.JOB),
    NOT_ADDED(
            "notAdded",
            "amounts",
            "amounts in another currency than the project's, not added to a customer's trait",
            Scope.JOB),
    LATE("late", "events", "events that came after the time of the stream had passed them", Scope.JOB),
    DROPPED("dropped", "journeys", "published journeys that could not be read or compiled", Scope.JOB),
    MALFORMED("malformed", "records", "records of the topic of events that hold no event", Scope.JOB),
    TOO_LARGE("tooLarge", "records", "records of the topic of events of more than 256 KiB, left out", Scope.JOB),
    FUTURE("future", "events", "events from too far in the future, dated by their record instead", Scope.JOB),
    TOO_OLD("tooOld", "events", "events too old to start anything", Scope.JOB),
    LINKED("linked", "anonymous ids", "anonymous ids that a first login has linked to a user", Scope.JOB),
    HISTORY_LEFT_OUT(
            "historyLeftOut",
            "events",
            "events of anonymous ids that a login will not hand over, as they are too many or too old",
            Scope.JOB),
    SHARED(
            "shared",
            "anonymous ids",
            "anonymous ids of more users than one device has, which are nobody's from then on",
            Scope.JOB);

    /** What a metric is counted for. */
    public enum Scope {
        /** The job as a whole. */
        JOB,
        /** Each journey by itself. */
        JOURNEY
    }

    private final String metricName;
    private final String unit;
    private final String description;
    private final Scope scope;

    EngineMetric(String metricName, String unit, String description, Scope scope) {
        this.metricName = metricName;
        this.unit = unit;
        this.description = description;
        this.scope = scope;
    }

    /** Its name in Flink, inside the group {@link #GROUP}. */
    public String metricName() {
        return metricName;
    }

    public String unit() {
        return unit;
    }

    /** For people. */
    public String description() {
        return description;
    }

    public Scope scope() {
        return scope;
    }

    /** The group of all of them in Flink's tree of metrics. */
    public static final String GROUP = "sendero";

    /** The tag, and the group inside {@link #GROUP}, that names the journey. */
    public static final String JOURNEY_TAG = "journey";
}
