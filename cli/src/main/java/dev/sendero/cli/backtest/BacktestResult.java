package dev.sendero.cli.backtest;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.Fact;
import java.util.List;
import java.util.SortedMap;

/**
 * What the journeys would have done.
 *
 * @param figures of every journey that took part
 * @param messages by time, journey, customer and id
 * @param facts by time, journey and customer; those that are equal in these, as they came about
 */
record BacktestResult(
        SortedMap<JourneyId, JourneyFigures> figures,
        List<RenderedMessage> messages,
        List<Fact> facts,
        RenderFailures renderFailures) {}
