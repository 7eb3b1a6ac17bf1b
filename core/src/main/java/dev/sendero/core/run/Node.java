package dev.sendero.core.run;

import dev.sendero.rules.journey.Step;
import java.util.List;

/** One step of a program. */
interface Node {

    /** Returned by {@link #take} when the run goes no further now. */
    int STOP = -1;

    Step step();

    /** The nodes, or the program's end, where a run may go from here; all of them lie behind it. */
    List<Integer> ways();

    /** Does the step. Returns the node to go on with, the program's end, or {@link #STOP}. */
    int take(Walk walk);
}
