package dev.sendero.engine.event;

import dev.sendero.api.EventId;
import dev.sendero.api.event.EventType;
import dev.sendero.api.json.RawEvent;
import dev.sendero.core.Admission;

/** An event as the task that goes on with it has read or made it. */
final class ReadEvent extends ReceivedEvent {

    private final RawEvent raw;
    private final Admission admission;
    private final Linkage linkage;

    ReadEvent(RawEvent raw, Admission admission, Linkage linkage) {
        super(raw.customer().value(), raw.name(), raw.timestamp().toEpochMilli());
        this.raw = raw;
        this.admission = admission;
        this.linkage = linkage;
    }

    @Override
    public EventId id() {
        return raw.id();
    }

    @Override
    public EventType type() {
        return raw.type();
    }

    @Override
    public String anonymousId() {
        return raw.anonymousId();
    }

    @Override
    public Admission admission() {
        return admission;
    }

    @Override
    public Linkage linkage() {
        return linkage;
    }

    @Override
    public boolean isOnlyAnEvent() {
        return raw.traits().isEmpty() && linkage == Linkage.NONE;
    }

    @Override
    public RawEvent raw() {
        return raw;
    }
}
