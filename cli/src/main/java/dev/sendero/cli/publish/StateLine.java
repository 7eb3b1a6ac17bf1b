package dev.sendero.cli.publish;

import dev.sendero.api.journey.JourneyPublication;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line of a journey file that says its state. */
final class StateLine {

    private static final Pattern STATE = Pattern.compile("(?m)^(state:[ \\t]*[\"']?)(\\w+)");

    private StateLine() {}

    /** Empty for a file without the line. */
    static Optional<String> of(JourneyPublication publication) {
        Matcher line = STATE.matcher(publication.files().getOrDefault(publication.file(), ""));
        return line.find() ? Optional.of(line.group(2)) : Optional.empty();
    }

    /** The same version with another state, for a file with the line. */
    static JourneyPublication changed(JourneyPublication publication, String state, Instant effectiveAt) {
        var files = new TreeMap<>(publication.files());
        files.computeIfPresent(
                publication.file(), (file, text) -> STATE.matcher(text).replaceFirst("$1" + state));
        return new JourneyPublication(
                publication.journey(), publication.version(), effectiveAt, publication.file(), files);
    }
}
