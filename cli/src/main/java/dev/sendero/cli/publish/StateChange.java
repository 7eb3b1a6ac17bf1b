package dev.sendero.cli.publish;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Takes journeys of a running system from one state into another.
 *
 * @param done what is said of a journey then
 */
record StateChange(String from, String to, String done) {

    static final StateChange PAUSE = new StateChange("live", "paused", "paused: nobody enters, who is inside waits");
    static final StateChange RESUME = new StateChange("paused", "live", "live");

    /** @param journeys empty for all that are in the first state */
    int apply(String brokers, List<String> journeys, InstantSource clock, Terminal terminal) {
        return Brokers.of(brokers, publisher -> {
            Instant effectiveAt = clock.instant().plus(JourneyPublisher.NOTICE);
            for (JourneyPublication publication : journeys.isEmpty() ? all(publisher) : named(publisher, journeys)) {
                if (StateLine.of(publication).filter(from::equals).isPresent()) {
                    publisher.publish(StateLine.changed(publication, to, effectiveAt));
                    terminal.out().println(publication.journey() + ": " + done);
                } else {
                    terminal.out().println(publication.journey() + ": not " + from + ", left as it is");
                }
            }
            return ExitCode.FINE;
        });
    }

    private List<JourneyPublication> all(JourneyPublisher publisher) {
        return publisher.published().stream()
                .map(JourneyPublication::journey)
                .distinct()
                .flatMap(journey -> publisher.newest(journey).stream())
                .filter(newest -> StateLine.of(newest).filter(from::equals).isPresent())
                .toList();
    }

    private static List<JourneyPublication> named(JourneyPublisher publisher, List<String> journeys) {
        return journeys.stream()
                .map(name -> {
                    Optional<JourneyPublication> newest = publisher.newest(new JourneyId(name));
                    return newest.orElseThrow(() -> CommandFailure.usage(
                            "no journey '" + name + "' in the running system", "its id is in the journey's file"));
                })
                .toList();
    }
}
