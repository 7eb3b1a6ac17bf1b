package dev.sendero.cli.backtest;

import dev.sendero.api.json.RawEvent;
import dev.sendero.cli.report.ReportHead;
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
import dev.sendero.engine.event.Linkage;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.identity.Recognised;
import dev.sendero.engine.item.ItemRouting;
import dev.sendero.rules.plan.MadeEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
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
    /** By which bit of {@link ViewedEvent#seen} each project knows what it sees. */
    private final List<Integer> bits;

    private final List<FanOuts> fanOuts;
    private final Identity<ReceivedEvent> identity;
    private final AtomicLong customers = new AtomicLong();
    private long devicesOfUsers;
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

    /** As {@link Part}, of a history that several projects look at. */
    public interface ViewedPart extends AutoCloseable {
        /** @param events of one customer as one project or another sees them, in order; at least one */
        void replay(Iterator<ViewedEvent> events);

        @Override
        void close();
    }

    /**
     * @param memoryBytes how many bytes of events may be in memory at a time
     * @param views which events are about items, for each project that looks at the history; eight at most
     * @param bites told when a bound of identity leaves something out
     */
    EventHistory(SpillFolder folder, long memoryBytes, List<MadeEvents> views, Consumer<IdentityBounds.Bite> bites) {
        // Projects that make the same of events see the same: it is worked out once.
        List<MadeEvents> different = views.stream().distinct().toList();
        fanOuts = different.stream().map(FanOuts::of).toList();
        bits = views.stream().map(made -> bit(different.indexOf(made))).toList();
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
        return open(folder, List.of(made), bites);
    }

    /**
     * As the other one, looked at by several projects.
     *
     * @param views which events are about items, for each project; eight at most
     */
    public static EventHistory open(SpillFolder folder, List<MadeEvents> views, Consumer<IdentityBounds.Bite> bites) {
        return new EventHistory(folder, BacktestCommand.memoryBytes(BacktestCommand.HISTORY_SHARE), views, bites);
    }

    public void add(RawEvent event) {
        ReceivedEvent received = ReceivedEvent.of(event, Admission.ALL);
        if (received.hasAnonymousId()) {
            ofDevices.add(EventRow.of(received.anonymousId(), new ViewedEvent(received, 0)));
        } else {
            put(received);
        }
        events++;
        first = event.timestamp().isBefore(first) ? event.timestamp() : first;
        last = event.timestamp().isAfter(last) ? event.timestamp() : last;
    }

    private void put(ReceivedEvent event) {
        int seen = 0;
        for (int view = 0; view < fanOuts.size(); view++) {
            int of = view;
            if (ItemRouting.route(fanOuts.get(view), event, input -> ofItems.add(ItemRow.of(of, input)))) {
                seen |= bit(view);
            }
        }
        if (seen != 0) {
            ofCustomers.add(EventRow.of(event.key(), new ViewedEvent(event, seen)));
        }
    }

    private static int bit(int view) {
        return 1 << view;
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

    /**
     * What a report says at its head; to be asked for after {@link #replay}.
     *
     * @param zone in which events have their days
     */
    public ReportHead head(ZoneId zone) {
        return events == 0
                ? new ReportHead(0, 0, LocalDate.EPOCH, LocalDate.EPOCH)
                : new ReportHead(
                        events, customers(), LocalDate.ofInstant(first, zone), LocalDate.ofInstant(last, zone));
    }

    /** Known after {@link #replay}, which finds out whose devices are: a device counts until somebody logs in on it. */
    public long customers() {
        return customers.get() - devicesOfUsers;
    }

    /** Goes through all customers, those of several parts at a time. To be called once, after the last {@link #add}. */
    public void replay(Supplier<Part> parts) {
        replayViewed(() -> new OneView(parts.get()));
    }

    /** As {@link #replay}, with what each project sees. */
    public void replayViewed(Supplier<? extends ViewedPart> parts) {
        recogniseDevices();
        reachInterested();
        IntStream.range(0, EventRow.PARTS).parallel().forEach(part -> {
            try (ViewedPart open = parts.get();
                    var groups = new RowGroups(ofCustomers.sorted(part))) {
                while (groups.next()) {
                    customers.incrementAndGet();
                    open.replay(eventsOf(groups.rows()));
                }
            }
        });
    }

    /** Whether a project, by its place among those that look, sees an event. */
    public boolean isSeen(ViewedEvent event, int project) {
        return (event.seen() & bits.get(project)) != 0;
    }

    private void recogniseDevices() {
        try (var devices = new RowGroups(ofDevices.sorted())) {
            while (devices.next()) {
                Visitor<ReceivedEvent> device = Visitor.unknown();
                Iterator<ViewedEvent> ofDevice = eventsOf(devices.rows());
                boolean left = false;
                while (ofDevice.hasNext()) {
                    List<ReceivedEvent> recognised =
                            Recognised.of(identity, device, ofDevice.next().event());
                    left |= recognised.get(0).linkage() instanceof Linkage.Departure;
                    recognised.forEach(this::put);
                }
                devicesOfUsers += left ? 1 : 0;
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
                        .map(event -> new ViewedEvent(event, bit(ItemRow.view(row))))
                        .forEach(event ->
                                ofCustomers.add(EventRow.of(event.event().key(), event))));
            }
        }
        ofItems.close();
    }

    private static Iterator<ViewedEvent> eventsOf(Iterator<Row> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public ViewedEvent next() {
                return EventRow.read(rows.next());
            }
        };
    }

    /** What the only project sees. */
    private record OneView(Part part) implements ViewedPart {

        @Override
        public void replay(Iterator<ViewedEvent> events) {
            part.replay(new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return events.hasNext();
                }

                @Override
                public ReceivedEvent next() {
                    return events.next().event();
                }
            });
        }

        @Override
        public void close() {
            part.close();
        }
    }

    @Override
    public void close() {
        ofDevices.close();
        ofItems.close();
        ofCustomers.close();
    }
}
