package dev.sendero.gateway.live;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A viewer, and what it has been sent. It gets what differs from that, and nothing while it is still busy with the last
 * delivery: a slow page misses steps in between, never the last one, and never holds up another.
 */
final class Seat {

    private final Viewer viewer;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Map<String, String> sentJourneys = new HashMap<>();
    private long sentEdition = -1;
    private long sentMailboxSize = -1;
    private long sentNow = Long.MIN_VALUE;

    Seat(Viewer viewer) {
        this.viewer = viewer;
    }

    boolean isGone() {
        return viewer.isGone();
    }

    void close() {
        viewer.close();
    }

    void offer(Snapshot snapshot, Executor executor) {
        if (busy.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    send(snapshot);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void send(Snapshot snapshot) {
        if (snapshot.edition() != sentEdition) {
            sentEdition = snapshot.edition();
            viewer.send("project", "{\"edition\":" + sentEdition + "}");
        }
        snapshot.journeys().forEach((journey, numbers) -> {
            if (!numbers.equals(sentJourneys.put(journey, numbers))) {
                viewer.send("numbers", numbers);
            }
        });
        if (snapshot.mailboxSize() != sentMailboxSize) {
            sentMailboxSize = snapshot.mailboxSize();
            viewer.send("mailbox", "{\"size\":" + sentMailboxSize + "}");
        }
        if (snapshot.now() != sentNow) {
            sentNow = snapshot.now();
            viewer.send("clock", "{\"now\":" + sentNow + "}");
        }
    }
}
