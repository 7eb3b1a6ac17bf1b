package dev.sendero.cli.journeytest;

import dev.sendero.rules.journeytest.JourneyTest;
import java.time.Duration;
import java.util.List;

/**
 * What became of one test.
 *
 * @param file of the test, relative to the project
 * @param faults why it cannot be judged; then it has failed
 * @param rows what was expected and what happened
 * @param story what happened, for whoever looks for the cause of a failure
 */
public record TestOutcome(
        String file,
        String journey,
        JourneyTest test,
        List<String> faults,
        List<TimelineRow> rows,
        List<String> story,
        Duration taken) {

    public boolean passed() {
        return faults.isEmpty() && rows.stream().allMatch(TimelineRow::matches);
    }
}
