package dev.sendero.core.run;

/** One step of a program. */
interface Node {

    /** Returned by {@link #take} when the run goes no further now. */
    int STOP = -1;

    /** Does the step. Returns the node to go on with, the program's end, or {@link #STOP}. */
    int take(Walk walk);
}
