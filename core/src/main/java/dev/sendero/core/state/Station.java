package dev.sendero.core.state;

/** Where a partial situation stands, as the compiled journeys know it. Shared by all customers and never saved. */
public abstract class Station {

    /** Where nothing waits for anything: of a situation that no journey in force looks for any more. */
    public static final Station NOWHERE = new Station(0) {};

    private final long names;

    /** @param names the event names that mean something here, one bit each; a bit may stand for several names */
    protected Station(long names) {
        this.names = names;
    }

    public final boolean mayConcern(long nameBit) {
        return (names & nameBit) != 0;
    }
}
