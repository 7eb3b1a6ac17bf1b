package dev.sendero.faults;

import dev.sendero.faults.result.Row;
import java.util.List;

/** Something that breaks, and the load under which it does. */
public interface Fault {

    /** By which {@code --only} knows it: lower case and hyphens. */
    String name();

    /** What breaks, in a few words. */
    String summary();

    /**
     * Lets it happen.
     *
     * @return a row for each target that it concerns
     * @throws Exception when the harness itself could not do its work
     */
    List<Row> run(Laboratory laboratory) throws Exception;
}
