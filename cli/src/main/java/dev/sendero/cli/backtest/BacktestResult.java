package dev.sendero.cli.backtest;

import dev.sendero.api.JourneyId;
import java.util.SortedMap;

/**
 * What the journeys would have done.
 *
 * @param figures of every journey that took part
 * @param events that the backtest has read
 * @param customers who are in them
 */
record BacktestResult(
        SortedMap<JourneyId, JourneyFigures> figures, RenderFailures renderFailures, long events, long customers) {}
