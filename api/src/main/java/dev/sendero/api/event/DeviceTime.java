package dev.sendero.api.event;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happened by a device's own clock, corrected by how wrong that clock was when the device sent it
 * (Segment, "Timestamps in Segment": receivedAt - (sentAt - originalTimestamp)).
 */
public final class DeviceTime {

    /** How long a device may keep an event before its time is no longer corrected but taken as that of its receipt. */
    public static final Duration LONGEST_KEPT = Duration.ofDays(7);

    private DeviceTime() {}

    /**
     * A device that says it has kept the event for less than nothing, or for longer than is believable, is not believed
     * at all.
     *
     * @param originalTimestamp when it happened, by the device's clock
     * @param sentAt when it was sent, by the same clock
     */
    public static Instant corrected(Instant originalTimestamp, Instant sentAt, Instant receivedAt) {
        Duration kept = Duration.between(originalTimestamp, sentAt);
        boolean plausible = !kept.isNegative() && kept.compareTo(LONGEST_KEPT) <= 0;
        return plausible ? receivedAt.minus(kept) : receivedAt;
    }
}
