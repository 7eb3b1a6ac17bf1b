package dev.sendero.rules.problem;

/**
 * One thing that is wrong with a file.
 *
 * @param code stable, for people who search for it, such as {@code unknown-event}
 * @param message what is wrong, one sentence without a full stop, such as {@code no event 'Ordr' in events.yaml}
 * @param sourceLine the line that {@code place} names, as it stands in the file; empty when there is none
 * @param hint what to do instead; empty when there is nothing to add
 */
public record Problem(
        ProblemCode code, Severity severity, Place place, String message, String sourceLine, String hint) {}
