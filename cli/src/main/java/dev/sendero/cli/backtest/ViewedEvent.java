package dev.sendero.cli.backtest;

import dev.sendero.engine.event.ReceivedEvent;

/**
 * An event of a history at which one project or several look. What an event about an item reaches depends on the project.
 *
 * @param seen who sees the event reach its customer, a bit for each, as {@link EventHistory#isSeen} reads them
 */
public record ViewedEvent(ReceivedEvent event, int seen) {}
