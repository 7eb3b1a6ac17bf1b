package dev.sendero.benchmarks.loop;

import dev.sendero.api.event.Event;

/** A situation that has begun: the state of one machine for one customer. */
final class Open {

    static final long NEVER = Long.MAX_VALUE;

    final String key;
    final Event first;
    final long firstAt;
    Event last;
    int item;
    int count;
    long anchor;
    long deadline = NEVER;

    Open(String key, Event first, long firstAt) {
        this.key = key;
        this.first = first;
        this.firstAt = firstAt;
        this.last = first;
        this.anchor = firstAt;
    }
}
