package dev.sendero.cli.backtest;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Message;
import dev.sendero.cli.report.ReportTally;
import dev.sendero.core.Effect;
import dev.sendero.rules.template.CustomerLinks;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.rules.template.RenderFailure;
import dev.sendero.rules.template.Renderer;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes down what is decided: its lines, and its figures. Safe for many threads. */
final class Outcomes {

    private final Map<ContentId, Content> contents;
    private final ResultLines messages;
    private final ResultLines facts;
    private final Renderer renderer = new LiquidRenderer();
    private final RenderFailures failures = new RenderFailures();
    private final OtherCurrencies otherCurrencies = new OtherCurrencies();
    private final SortedMap<JourneyId, JourneyFigures> figures = new TreeMap<>();
    private final ZoneId zone;
    private final ReportTally report;

    /**
     * @param contents everything that may be sent
     * @param zone in which messages have their days
     */
    Outcomes(Map<ContentId, Content> contents, ZoneId zone, ResultLines messages, ResultLines facts) {
        this.contents = contents;
        this.zone = zone;
        this.report = new ReportTally(zone);
        this.messages = messages;
        this.facts = facts;
    }

    RenderFailures renderFailures() {
        return failures;
    }

    /** What was not added to traits, so far. */
    OtherCurrencies otherCurrencies() {
        return otherCurrencies;
    }

    /** Of the parts that are closed. */
    synchronized SortedMap<JourneyId, JourneyFigures> figures() {
        return new TreeMap<>(figures);
    }

    /** What a report shows, of the parts that are closed. */
    ReportTally report() {
        return report;
    }

    /** For one thread. */
    Part open() {
        return new Part();
    }

    private synchronized void add(Map<JourneyId, JourneyFigures> ofPart, ReportTally reportOfPart) {
        report.add(reportOfPart);
        ofPart.forEach((journey, some) ->
                figures.computeIfAbsent(journey, id -> new JourneyFigures()).add(some));
    }

    /** What is decided for some of the customers; counted when it is closed. */
    final class Part implements AutoCloseable {

        private final Map<JourneyId, JourneyFigures> ofPart = new TreeMap<>();
        private final ReportTally reportOfPart = new ReportTally(zone);

        void take(Effect effect) {
            if (effect instanceof Effect.Send send) {
                render(send.message());
            } else if (effect instanceof Effect.Record fact) {
                take(fact.fact());
            } else if (effect instanceof Effect.NotAdded amount) {
                otherCurrencies.count(amount);
            }
            // A message counts as claimed at once, so there is nothing for Effect.Cancel to take back.
        }

        private void take(Fact fact) {
            ofPart.computeIfAbsent(fact.journey(), id -> new JourneyFigures()).count(fact);
            reportOfPart.count(fact);
            if (facts.areWanted()) {
                facts.add(fact);
            }
        }

        /** All that is taken from now on is of another customer. */
        void endOfCustomer() {
            reportOfPart.endOfCustomer();
        }

        @Override
        public void close() {
            add(ofPart, reportOfPart);
        }
    }

    private void render(Message message) {
        Content content = contents.get(message.content());
        if (content == null) {
            throw new IllegalStateException(
                    "content " + message.content() + ": absent (expected: among the project's contents)");
        }
        try {
            if (messages.areWanted()) {
                var rendered = renderer.render(content, message.to(), CustomerLinks.SAMPLE.variables(message));
                messages.add(message, MessageLine.write(message, rendered));
            } else {
                renderer.check(content, message.to(), CustomerLinks.SAMPLE.variables(message));
            }
        } catch (RenderFailure failure) {
            failures.add(message, String.valueOf(failure.getMessage()));
        }
    }
}
