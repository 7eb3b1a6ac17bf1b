package dev.sendero.cli.journeytest;

import java.time.Instant;

/**
 * One time in the comparison of what a test expects with what happened.
 *
 * @param expected in words; empty when nothing was expected then
 * @param actual in words; empty when nothing happened then
 * @param difference what is different between the two when both are there; empty when nothing is
 */
public record TimelineRow(Instant at, String time, String expected, String actual, String difference) {

    boolean matches() {
        return difference.isEmpty() && !expected.isEmpty() && !actual.isEmpty();
    }
}
