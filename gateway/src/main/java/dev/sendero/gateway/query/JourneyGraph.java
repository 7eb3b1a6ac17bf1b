package dev.sendero.gateway.query;

import java.util.List;

/** A journey as a picture: boxes and arrows, without places. */
public record JourneyGraph(List<Node> nodes, List<Edge> edges) {

    /** The trigger's box. */
    public static final String TRIGGER = "(trigger)";

    /** Where runs end that come to the end of the steps. */
    public static final String END = "(end)";

    /** What a box stands for. */
    public enum Kind {
        TRIGGER,
        EMAIL,
        SMS,
        PUSH,
        SLACK,
        CRM,
        WEBHOOK,
        FIRST_REACHABLE,
        DELAY,
        WAIT_UNTIL,
        BRANCH,
        RANDOM_SPLIT,
        SET,
        START,
        EXIT,
        END
    }

    /**
     * @param id the step's id, {@link #TRIGGER} or {@link #END}
     * @param title what people call it
     * @param detail one more line; empty when there is nothing to add
     */
    public record Node(String id, Kind kind, String title, String detail) {}

    /**
     * @param arm which arm of {@code from} it is, as facts call it; empty when {@code from} has only one way on
     * @param label what is written on it; empty for nothing
     */
    public record Edge(String from, String to, String arm, String label) {}
}
