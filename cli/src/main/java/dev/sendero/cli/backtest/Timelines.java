package dev.sendero.cli.backtest;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import java.util.List;
import java.util.function.Consumer;

/** The events of each customer, whatever their order in the files. */
public interface Timelines {

    /**
     * The events of one customer, in {@link Event#ORDER}.
     *
     * @param turns where devices come to a user, or the user to a device, in the same order
     */
    record Timeline(CustomerId customer, List<Event> events, List<Turn> turns) {}

    void add(Event event);

    long events();

    /** Known after {@link #forEach}, which finds out whose devices are. */
    int customers();

    /**
     * Hands on each customer's events, several customers at a time, in no order. To be called once, after the last
     * {@link #add}.
     *
     * @param action safe for many threads
     */
    void forEach(Consumer<Timeline> action);
}
