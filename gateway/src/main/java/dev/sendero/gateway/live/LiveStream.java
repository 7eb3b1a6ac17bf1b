package dev.sendero.gateway.live;

import dev.sendero.api.json.WireJson;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.query.Journeys;
import dev.sendero.gateway.query.Mails;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pushes what has changed to all viewers, twice a second at most. While nobody looks, it asks nobody. */
public final class LiveStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

    private static final long INTERVAL_MILLIS = 500;
    private static final int MOST_VIEWERS = 64;

    private final Journeys journeys;
    private final Mails mails;
    private final ProjectBoard board;
    private final InstantSource clock;
    private final List<Seat> seats = new CopyOnWriteArrayList<>();
    private final ExecutorService deliveries = Executors.newCachedThreadPool(LiveStream::daemon);
    private final ScheduledFuture<?> ticking;

    /** Numbers as they were read last; read again only after facts came or the board changed. */
    private Map<String, String> numbers = Map.of();

    private long numbersEdition = -1;
    private volatile boolean stale = true;

    public LiveStream(
            Journeys journeys,
            Mails mails,
            ProjectBoard board,
            InstantSource clock,
            ScheduledExecutorService schedule) {
        this.journeys = journeys;
        this.mails = mails;
        this.board = board;
        this.clock = clock;
        ticking = schedule.scheduleWithFixedDelay(this::tick, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Says that the journal holds new facts. */
    public void factsCame() {
        stale = true;
    }

    /** @return whether there was room; a viewer without room is closed */
    public boolean join(Viewer viewer) {
        if (seats.size() >= MOST_VIEWERS) {
            viewer.close();
            return false;
        }
        return seats.add(new Seat(viewer));
    }

    private void tick() {
        try {
            seats.removeIf(Seat::isGone);
            if (!seats.isEmpty()) {
                Snapshot snapshot = snapshot();
                seats.forEach(seat -> seat.offer(snapshot, deliveries));
            }
        } catch (RuntimeException failed) {
            // An exception would end the schedule; the store may answer again in half a second.
            stale = true;
            LOG.warn("live numbers not read: {}", failed.toString());
        }
    }

    private Snapshot snapshot() {
        long edition = board.notice().edition();
        if (stale || edition != numbersEdition) {
            stale = false;
            numbersEdition = edition;
            var fresh = new TreeMap<String, String>();
            journeys.numbers().forEach((id, each) -> fresh.put(id, json(Map.of("journey", id, "numbers", each))));
            numbers = fresh;
        }
        return new Snapshot(numbers, edition, mails.size(), clock.instant().toEpochMilli());
    }

    private static String json(Object value) {
        return new String(WireJson.write(value), StandardCharsets.UTF_8);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "live-delivery");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        ticking.cancel(false);
        seats.forEach(Seat::close);
        deliveries.shutdownNow();
    }
}
