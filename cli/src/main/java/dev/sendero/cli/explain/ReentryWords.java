package dev.sendero.cli.explain;

import dev.sendero.api.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why somebody may not enter again, or not yet. */
final class ReentryWords {

    private ReentryWords() {}

    /**
     * @param fact that somebody did not enter
     * @param earlier what the journey decided before about this customer
     * @param sinceEntry after which the customer may enter again; empty for never
     */
    static String of(Fact fact, List<Fact> earlier, Optional<Duration> sinceEntry, LocalTimes times) {
        Optional<Instant> last = earlier.stream()
                .filter(before -> before.key().equals(fact.key()) && JourneyAccount.isEntry(before))
                .reduce((one, other) -> other)
                .map(Fact::at);
        String again = sinceEntry
                .map(length -> last.map(at -> ", and may again from " + times.full(at.plus(length)) + " on")
                        .orElse(""))
                .orElse(", and may only once");
        return "the customer entered" + last.map(at -> " on " + times.full(at)).orElse(" before") + again;
    }
}
