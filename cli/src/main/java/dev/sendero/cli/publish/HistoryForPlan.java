package dev.sendero.cli.publish;

import dev.sendero.cli.backtest.IdentityNotes;
import dev.sendero.cli.backtest.Timelines;
import dev.sendero.cli.backtest.TimelinesInMemory;
import dev.sendero.cli.events.EventOptions;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Progress;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.project.Project;
import java.time.Instant;

/**
 * The history by which a plan says how many would enter.
 *
 * @param beginning the time of the oldest event
 * @param end the time of the newest event
 */
record HistoryForPlan(Timelines timelines, Instant beginning, Instant end) {

    static HistoryForPlan read(EventOptions events, Terminal terminal) {
        var identity = new IdentityNotes();
        var timelines = new TimelinesInMemory(identity::count);
        var span = new Span();
        events.read(terminal, event -> {
            span.include(event.timestamp());
            timelines.add(event);
        });
        if (timelines.events() == 0) {
            throw CommandFailure.usage("--events: there is no event in these files", "");
        }
        identity.lines().forEach(terminal::note);
        return new HistoryForPlan(timelines, span.beginning, span.end);
    }

    EntryForecast forecast(Project project, PublishPlan plan, JourneyPublisher publisher, Terminal terminal) {
        var forecast = new EntryForecast(project, plan, publisher, beginning, end);
        try (Progress progress = Progress.start(terminal, "counting who would enter", timelines.events())) {
            timelines.forEach(timeline -> {
                forecast.add(timeline);
                progress.advance(timeline.events().size());
            });
        }
        return forecast;
    }

    /** From the oldest event to the newest. */
    private static final class Span {

        private Instant beginning = Instant.MAX;
        private Instant end = Instant.MIN;

        void include(Instant time) {
            beginning = time.isBefore(beginning) ? time : beginning;
            end = time.isAfter(end) ? time : end;
        }
    }
}
