package dev.sendero.cli.backtest;

import dev.sendero.cli.sorting.Row;
import dev.sendero.cli.sorting.SortKey;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.event.ReceivedEventSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Events as rows that sort by whose they are, time and id. */
final class EventRow {

    /** How many parts of a history can be gone through at the same time; whose an event is says in which it is. */
    static final int PARTS = 64;

    private static final int USUAL_BYTES = 256;

    private EventRow() {}

    /** @param owner the customer or the device */
    static Row of(String owner, ViewedEvent viewed) {
        ReceivedEvent event = viewed.event();
        byte[] key = new SortKey()
                .part(Math.floorMod(mixed(owner.hashCode()), PARTS))
                .text(owner)
                .number(event.timestampMillis())
                .text(event.id().value())
                .bytes();
        var value = new DataOutputSerializer(USUAL_BYTES);
        try {
            value.writeByte(viewed.seen());
            ReceivedEventSerializer.INSTANCE.serialize(event, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("event: cannot be written to memory", impossible);
        }
        return new Row(key, value.getCopyOfBuffer());
    }

    /** Multiplied by the golden ratio of 2^32 (Knuth, TAOCP 3, 6.4), of which the upper bits depend on all others. */
    private static int mixed(int hash) {
        int spread = hash * 0x9E3779B9;
        return spread >>> 16;
    }

    static ViewedEvent read(Row row) {
        try {
            var value = new DataInputDeserializer(row.value());
            int seen = value.readUnsignedByte();
            return new ViewedEvent(ReceivedEventSerializer.INSTANCE.deserialize(value), seen);
        } catch (IOException malformed) {
            throw new UncheckedIOException(
                    "event: " + row.value().length + " bytes that cannot be read (expected: written by this process)",
                    malformed);
        }
    }
}
