package dev.sendero.core.state;

/**
 * How much is kept of one customer at most, so that nobody's state grows without end.
 *
 * @param traits what is beyond is not taken up
 * @param groups subscription groups about which something was said and that the project does not have
 * @param partials partial situations; the oldest give way
 * @param runs runs at once; nobody enters beyond
 * @param finishedRuns ended runs whose conversion window is open; the oldest give way
 * @param entries entries remembered for re-entry; the oldest give way
 */
public record Bounds(int traits, int groups, int partials, int runs, int finishedRuns, int entries) {

    /** What facts call partial situations. */
    public static final String PARTIALS = "partials";

    /** What facts call ended runs whose conversion window is open. */
    public static final String FINISHED_RUNS = "finished_runs";

    /** What facts call remembered entries. */
    public static final String ENTRIES = "entries";

    public static final Bounds DEFAULT = new Bounds(256, 64, 256, 64, 256, 1_024);
}
