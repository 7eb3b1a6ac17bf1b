package dev.sendero.cli.backtest;

import dev.sendero.api.json.RawEvent;
import dev.sendero.cli.sorting.ExternalSort;
import dev.sendero.cli.sorting.Row;
import dev.sendero.cli.sorting.RowGroups;
import dev.sendero.cli.sorting.SpillFolder;
import dev.sendero.core.Admission;
import dev.sendero.core.identity.Identity;
import dev.sendero.core.identity.IdentityBounds;
import dev.sendero.core.identity.Visitor;
import dev.sendero.core.made.FanOuts;
import dev.sendero.core.made.ItemInterests;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.identity.Recognised;
import dev.sendero.engine.item.ItemRouting;
import dev.sendero.rules.plan.MadeEvents;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The events of each customer, whatever their order in the files, in bounded memory. Events that are equal in time and
 * id stay as they stand in the files.
 */
public final class EventHistory implements AutoCloseable {

    private final ExternalSort ofDevices;
    private final ExternalSort ofItems;
    private final ExternalSort ofCustomers;
    private final FanOuts fanOuts;
    private final Identity<ReceivedEvent> identity;
    private final AtomicLong customers = new AtomicLong();
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private long events;

    /** Goes through the customers of one part, one after the other, in one thread; closed after the last. */
    public interface Part extends AutoCloseable {

        /** @param events of one customer, or of a device of which nobody knows whose it is, in order; at least one */
        void replay(Iterator<ReceivedEvent> events);

        @Override
        void close();
    }

    /**
     * @param memoryBytes how many bytes of events may be in memory at a time
     * @param made which events are about items
     * @param bites told when a bound of identity leaves something out
     */
    EventHistory(SpillFolder folder, long memoryBytes, MadeEvents made, Consumer<IdentityBounds.Bite> bites) {
        fanOuts = FanOuts.of(made);
        ofDevices = new ExternalSort(folder, memoryBytes / 3);
        ofItems = new ExternalSort(folder, memoryBytes / 3);
        ofCustomers = new ExternalSort(folder, memoryBytes / 3);
        identity = new Identity<>(IdentityBounds.DEFAULT, bites);
    }

    /**
     * As large a part of the heap as events may have is used before the disk is.
     *
     * @param made which events are about items
     * @param bites told when a bound of identity leaves something out
     */
    public static EventHistory open(SpillFolder folder, MadeEvents made, Consumer<IdentityBounds.Bite> bites) {
        return new EventHistory(folder, BacktestCommand.memoryBytes(BacktestCommand.HISTORY_SHARE), made, bites);
    }

    public void add(RawEvent event) {
        ReceivedEvent received = ReceivedEvent.of(event, Admission.ALL);
        if (received.hasAnonymousId()) {
            ofDevices.add(EventRow.of(received.anonymousId(), received));
        } else {
            put(received);
        }
        events++;
        first = event.timestamp().isBefore(first) ? event.timestamp() : first;
        last = event.timestamp().isAfter(last) ? event.timestamp() : last;
    }

    private void put(ReceivedEvent event) {
        if (ItemRouting.route(fanOuts, event, input -> ofItems.add(ItemRow.of(input)))) {
            ofCustomers.add(EventRow.of(event.key(), event));
        }
    }

    public long events() {
        return events;
    }

    /** The time of the oldest event; {@link Instant#MAX} without one. */
    public Instant first() {
        return first;
    }

    /** The time of the newest event; {@link Instant#MIN} without one. */
    public Instant last() {
        return last;
    }

    /** Known after {@link #replay}, which finds out whose devices are. */
    public long customers() {
        return customers.get();
    }

    /** Goes through all customers, those of several parts at a time. To be called once, after the last {@link #add}. */
    public void replay(Supplier<Part> parts) {
        recogniseDevices();
        reachInterested();
        IntStream.range(0, EventRow.PARTS).parallel().forEach(part -> {
            try (Part open = parts.get();
                    var groups = new RowGroups(ofCustomers.sorted(part))) {
                while (groups.next()) {
                    customers.incrementAndGet();
                    open.replay(eventsOf(groups.rows()));
                }
            }
        });
    }

    private void recogniseDevices() {
        try (var devices = new RowGroups(ofDevices.sorted())) {
            while (devices.next()) {
                Visitor<ReceivedEvent> device = Visitor.unknown();
                Iterator<ReceivedEvent> ofDevice = eventsOf(devices.rows());
                while (ofDevice.hasNext()) {
                    Recognised.of(identity, device, ofDevice.next()).forEach(this::put);
                }
            }
        }
        ofDevices.close();
    }

    private void reachInterested() {
        try (var items = new RowGroups(ofItems.sorted())) {
            while (items.next()) {
                var interests = new ItemInterests();
                items.rows().forEachRemaining(row -> interests.take(ItemRow.read(row)).stream()
                        .map(event -> ReceivedEvent.of(event, Admission.ALL))
                        .forEach(event -> ofCustomers.add(EventRow.of(event.key(), event))));
            }
        }
        ofItems.close();
    }

    private static Iterator<ReceivedEvent> eventsOf(Iterator<Row> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public ReceivedEvent next() {
                return EventRow.read(rows.next());
            }
        };
    }

    @Override
    public void close() {
        ofDevices.close();
        ofItems.close();
        ofCustomers.close();
    }
}
