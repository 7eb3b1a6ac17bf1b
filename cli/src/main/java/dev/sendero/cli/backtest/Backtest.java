package dev.sendero.cli.backtest;

import dev.sendero.core.Allocation;
import dev.sendero.core.Decider;
import dev.sendero.core.JourneySet;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.operator.Inputs;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Settings;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.LongConsumer;

/** Runs journeys over past events, in event time, with nothing sent. */
final class Backtest {

    private final Collection<Journey> journeys;
    private final HistoryReplay replay;
    private final Outcomes outcomes;

    /**
     * @param journeys as they are to run: all of them live
     * @param until when to stop; {@link Instant#MAX} for when nothing is pending any more
     * @param newest the time of the newest event
     * @param outcomes takes down what is decided
     */
    Backtest(Settings settings, Collection<Journey> journeys, Instant until, Instant newest, Outcomes outcomes) {
        this.journeys = journeys;
        this.outcomes = outcomes;
        var set = JourneySet.of(settings, JourneysOfHistory.inForce(journeys, until, newest), CepDetectors.asChosen());
        this.replay = new HistoryReplay(new Inputs(new Decider(set, Allocation.BY_HASH), set.eventFields()), until);
    }

    /**
     * To be called once.
     *
     * @param progress told how many more events were applied; safe for many threads
     */
    BacktestResult run(EventHistory history, LongConsumer progress) {
        history.replay(() -> new PartOfBacktest(outcomes.open(), progress));
        var figures = outcomes.figures();
        journeys.forEach(journey -> figures.computeIfAbsent(journey.id(), id -> new JourneyFigures()));
        return new BacktestResult(figures, outcomes.renderFailures(), history.events(), history.customers());
    }

    /** The customers of one part. */
    private final class PartOfBacktest implements EventHistory.Part {

        private final Outcomes.Part ofPart;
        private final LongConsumer progress;

        PartOfBacktest(Outcomes.Part ofPart, LongConsumer progress) {
            this.ofPart = ofPart;
            this.progress = progress;
        }

        @Override
        public void replay(Iterator<ReceivedEvent> events) {
            progress.accept(replay.run(events, ofPart::take));
            ofPart.endOfCustomer();
        }

        @Override
        public void close() {
            ofPart.close();
        }
    }
}
