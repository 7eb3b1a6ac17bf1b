package dev.sendero.cli.publish;

import dev.sendero.cli.backtest.EventHistory;
import dev.sendero.cli.backtest.IdentityNotes;
import dev.sendero.cli.events.EventOptions;
import dev.sendero.cli.sorting.SpillFolder;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Progress;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.rules.project.Project;
import java.util.ArrayList;
import java.util.Iterator;

/** The history by which a plan says how many would enter. */
final class HistoryForPlan {

    private final EventOptions options;
    private final Terminal terminal;

    HistoryForPlan(EventOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    /** Reads the history and goes through it. */
    EntryForecast forecast(Project project, PublishPlan plan, JourneyPublisher publisher) {
        var identity = new IdentityNotes();
        try (SpillFolder spill = new SpillFolder();
                EventHistory history =
                        EventHistory.open(spill, project.settings().made(), identity::count)) {
            options.read(terminal, history::add);
            if (history.events() == 0) {
                throw CommandFailure.usage("--events: there is no event in these files", "");
            }
            var forecast = new EntryForecast(project, plan, publisher, history.first(), history.last());
            try (Progress progress = Progress.start(terminal, "counting who would enter", history.events())) {
                history.replay(() -> new EventHistory.Part() {
                    @Override
                    public void replay(Iterator<ReceivedEvent> events) {
                        var ofCustomer = new ArrayList<ReceivedEvent>();
                        events.forEachRemaining(ofCustomer::add);
                        forecast.add(ofCustomer);
                        progress.advance(ofCustomer.size());
                    }

                    @Override
                    public void close() {}
                });
            }
            identity.lines().forEach(terminal::note);
            return forecast;
        }
    }
}
