package dev.sendero.cli.backtest;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Message;
import dev.sendero.core.Allocation;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Settings;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.rules.template.RenderFailure;
import dev.sendero.rules.template.Renderer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Runs journeys over past events, in event time, with nothing sent. */
final class Backtest {

    private static final Comparator<Fact> FACT_ORDER =
            Comparator.comparing(Fact::at).thenComparing(Fact::journey).thenComparing(Fact::customer);

    private final Collection<Journey> journeys;
    private final Map<ContentId, Content> contents;
    private final CustomerReplay replay;
    private final Renderer renderer = new LiquidRenderer();
    private final RenderFailures failures = new RenderFailures();
    private final List<RenderedMessage> messages = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    /**
     * @param journeys as they are to run: all of them live
     * @param until when to stop; {@link Instant#MAX} for when nothing is pending any more
     */
    Backtest(Settings settings, Collection<Journey> journeys, Map<ContentId, Content> contents, Instant until) {
        this.journeys = journeys;
        this.contents = contents;
        this.replay = new CustomerReplay(
                new Decider(
                        JourneySet.of(
                                settings,
                                journeys.stream().map(VersionInForce::always).toList(),
                                CepDetectors.asChosen()),
                        Allocation.BY_HASH),
                until);
    }

    /**
     * To be called once.
     *
     * @param progress told how many more events were applied; safe for many threads
     */
    BacktestResult run(Timelines timelines, LongConsumer progress) {
        timelines.forEach(timeline -> {
            take(replay.run(timeline));
            progress.accept(timeline.events().size());
        });
        messages.sort(RenderedMessage.ORDER);
        // Stable: what one decision says about one customer stays in the order in which it came about.
        facts.sort(FACT_ORDER);
        var figures = new TreeMap<JourneyId, JourneyFigures>();
        journeys.forEach(journey -> figures.put(journey.id(), new JourneyFigures()));
        facts.forEach(fact -> figures.computeIfAbsent(fact.journey(), id -> new JourneyFigures())
                .count(fact));
        return new BacktestResult(figures, messages, facts, failures);
    }

    private void take(List<Effect> effects) {
        var newMessages = new ArrayList<RenderedMessage>();
        var newFacts = new ArrayList<Fact>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Send send) {
                render(send.message(), newMessages);
            } else if (effect instanceof Effect.Record fact) {
                newFacts.add(fact.fact());
            }
            // A message counts as claimed at once, so there is nothing for Effect.Cancel to take back.
        }
        synchronized (this) {
            messages.addAll(newMessages);
            facts.addAll(newFacts);
        }
    }

    private void render(Message message, List<RenderedMessage> rendered) {
        Content content = contents.get(message.content());
        if (content == null) {
            throw new IllegalStateException(
                    "content " + message.content() + ": absent (expected: among the project's contents)");
        }
        try {
            var result = renderer.render(content, message.to(), message.variables());
            rendered.add(new RenderedMessage(message, MessageLine.write(message, result)));
        } catch (RenderFailure failure) {
            failures.add(message, String.valueOf(failure.getMessage()));
        }
    }
}
