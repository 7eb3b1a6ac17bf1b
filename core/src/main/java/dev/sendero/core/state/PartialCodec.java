package dev.sendero.core.state;

import java.io.IOException;

/** A partial situation as bytes. Times are told from one another, as they lie close together. */
final class PartialCodec {

    private static final int HAS_KEY = 1;
    private static final int HAS_VALUE = 2;
    private static final int HAS_ONLY = 4;
    private static final int SINCE_DEADLINE = 8;
    private static final int HAS_FIRED = 16;
    private static final int HAS_PASSED = 32;
    private static final int HAS_EVENTS = 64;
    private static final int HAS_DEADLINE = 128;

    private PartialCodec() {}

    /** @param base the customer's time, near which the situation's times lie */
    static void write(Partial partial, long base, StateOutput output) throws IOException {
        int parts = partsOf(partial);
        output.writeShape(partial.shape());
        output.writeCount(parts);
        output.writeCount(partial.item());
        output.writeCount(partial.count());
        output.writeEventId(partial.firstEvent());
        output.writeLong(partial.firstAt() - base);
        output.writeEventId(partial.lastEvent());
        output.writeLong(partial.since() - partial.firstAt());
        if ((parts & HAS_KEY) != 0) {
            output.writeText(partial.key());
        }
        if ((parts & HAS_VALUE) != 0) {
            output.writeNumber(partial.value());
        }
        JourneyVersion only = partial.only();
        if (only != null) {
            output.writeVersion(only);
        }
        if ((parts & HAS_FIRED) != 0) {
            output.writeLong(partial.fired());
        }
        if ((parts & HAS_PASSED) != 0) {
            output.writeCount(partial.passed().length);
            for (long length : partial.passed()) {
                output.writeLong(length);
            }
        }
        if ((parts & HAS_EVENTS) != 0) {
            output.writeObject(partial.captured());
            output.writeObject(partial.trigger());
        }
        if ((parts & HAS_DEADLINE) != 0) {
            output.writeLong(partial.deadline() - partial.since());
        }
    }

    private static int partsOf(Partial partial) {
        int parts = partial.key().isEmpty() ? 0 : HAS_KEY;
        parts |= Double.isNaN(partial.value()) ? 0 : HAS_VALUE;
        parts |= partial.only() == null ? 0 : HAS_ONLY;
        parts |= partial.isSinceDeadline() ? SINCE_DEADLINE : 0;
        parts |= partial.fired() == 0 ? 0 : HAS_FIRED;
        parts |= partial.passed().length == 0 ? 0 : HAS_PASSED;
        parts |= partial.captured().isEmpty() && partial.trigger().isEmpty() ? 0 : HAS_EVENTS;
        return parts | (partial.deadline() == Deadline.NEVER ? 0 : HAS_DEADLINE);
    }

    static Partial read(long base, StateInput input) throws IOException {
        long shape = input.readShape();
        int parts = input.readCount();
        int item = input.readCount();
        int count = input.readCount();
        String firstEvent = input.readEventId();
        long firstAt = base + input.readLong();
        String lastEvent = input.readEventId();
        long since = firstAt + input.readLong();
        String key = (parts & HAS_KEY) == 0 ? "" : input.readText();
        double value = (parts & HAS_VALUE) == 0 ? Partial.NO_VALUE : input.readNumber();
        JourneyVersion only = (parts & HAS_ONLY) == 0 ? null : input.readVersion();
        var partial = new Partial(shape, key, value, only, firstEvent, firstAt);
        partial.stand(item, count, lastEvent, since, (parts & SINCE_DEADLINE) != 0);
        partial.fired((parts & HAS_FIRED) == 0 ? 0 : input.readLong());
        for (int left = (parts & HAS_PASSED) == 0 ? 0 : input.readCount(); left > 0; left--) {
            partial.pass(input.readLong());
        }
        if ((parts & HAS_EVENTS) != 0) {
            partial.captured(input.readObject());
            partial.trigger(input.readObject());
        }
        partial.deadline((parts & HAS_DEADLINE) == 0 ? Deadline.NEVER : since + input.readLong());
        return partial;
    }
}
