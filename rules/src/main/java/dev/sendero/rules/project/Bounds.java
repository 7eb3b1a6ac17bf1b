package dev.sendero.rules.project;

/**
 * How much is kept of one customer at most, so that nobody's state grows without end.
 *
 * @param traits what is beyond is not taken up
 * @param groups subscription groups about which something was said and that the project does not have; what is said of
 *     others beyond is not taken up
 * @param partials partial situations; the oldest give way
 * @param runs runs at once; nobody enters beyond
 * @param finishedRuns ended runs whose conversion window is open; the oldest give way
 * @param entries entries remembered for re-entry; the oldest give way
 */
public record Bounds(int traits, int groups, int partials, int runs, int finishedRuns, int entries) {

    /** What traits are called in settings, facts and metrics. */
    public static final String TRAITS = "traits";

    /** What subscription groups are called. */
    public static final String GROUPS = "groups";

    /** What partial situations are called. */
    public static final String PARTIALS = "partials";

    /** What runs at once are called. */
    public static final String RUNS = "runs";

    /** What ended runs whose conversion window is open are called. */
    public static final String FINISHED_RUNS = "finished_runs";

    /** What remembered entries are called. */
    public static final String ENTRIES = "entries";

    public static final Bounds DEFAULT = new Bounds(256, 64, 256, 64, 256, 1_024);
}
