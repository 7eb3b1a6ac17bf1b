package dev.sendero.engine.event;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.EventType;
import dev.sendero.api.json.JsonObject;
import dev.sendero.api.json.RawEvent;
import dev.sendero.core.Admission;
import dev.sendero.engine.binary.Binary;
import dev.sendero.engine.binary.RecurringTexts;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * An event in the bytes in which another task or a snapshot has written it. Only whose it is, what and when has been
 * read: while many wait each is few objects, close to each other, and what is nobody's concern is never read.
 *
 * <p>The bytes: type, admission and whether it is only an event; time; customer; name; anonymous id; then, from
 * {@link #rest} on, id, title, properties, traits and linkage.
 */
final class WrittenEvent extends ReceivedEvent {

    private static final RecurringTexts NAMES = new RecurringTexts();

    private static final int TYPE_CODES = 0b0111;
    private static final int ADMITTED_TO_ALL = 0b1000;
    private static final int ONLY_AN_EVENT = 0b1_0000;
    private static final int USUAL_BYTES = 256;

    private final byte[] bytes;
    private final String anonymousId;

    /** Where the rest begins. */
    private final int rest;

    private WrittenEvent(String key, String name, long timestampMillis, String anonymousId, byte[] bytes, int rest) {
        super(key, name, timestampMillis);
        this.anonymousId = anonymousId;
        this.bytes = bytes;
        this.rest = rest;
    }

    /** @param bytes what {@link #write} has written after their number; not to be changed any more */
    static WrittenEvent in(byte[] bytes) throws IOException {
        var input = new DataInputDeserializer(bytes);
        input.skipBytesToRead(1);
        long timestampMillis = input.readLong();
        String key = Binary.readText(input, bytes);
        int nameBytes = Binary.readNumber(input);
        String name = NAMES.textOf(bytes, input.getPosition(), nameBytes);
        input.skipBytesToRead(nameBytes);
        String anonymousId = Binary.readText(input, bytes);
        return new WrittenEvent(key, name, timestampMillis, anonymousId, bytes, input.getPosition());
    }

    /** Writes the number of bytes and the bytes of an event. */
    static void write(ReceivedEvent event, DataOutput output) throws IOException {
        if (event instanceof WrittenEvent written) {
            Binary.writeBytes(output, written.bytes);
            return;
        }
        var bytes = new DataOutputSerializer(USUAL_BYTES);
        RawEvent raw = event.raw();
        bytes.writeByte(ReceivedEventSerializer.codeOf(raw.type())
                | (event.admission() == Admission.ALL ? ADMITTED_TO_ALL : 0)
                | (event.isOnlyAnEvent() ? ONLY_AN_EVENT : 0));
        bytes.writeLong(event.timestampMillis());
        Binary.writeText(bytes, event.key());
        Binary.writeText(bytes, event.name());
        Binary.writeText(bytes, event.anonymousId());
        Binary.writeText(bytes, raw.id().value());
        Binary.writeText(bytes, raw.title());
        ReceivedEventSerializer.writeObject(bytes, raw.properties());
        ReceivedEventSerializer.writeObject(bytes, raw.traits());
        ReceivedEventSerializer.writeLinkage(event.linkage(), bytes);
        Binary.writeNumber(output, bytes.length());
        output.write(bytes.getSharedBuffer(), 0, bytes.length());
    }

    private DataInputDeserializer readRest() {
        return new DataInputDeserializer(bytes, rest, bytes.length - rest);
    }

    @Override
    public EventId id() {
        try {
            return new EventId(Binary.readText(readRest(), bytes));
        } catch (IOException malformed) {
            throw unexpected(malformed);
        }
    }

    @Override
    public EventType type() {
        return ReceivedEventSerializer.typeOf(bytes[0] & TYPE_CODES);
    }

    @Override
    public String anonymousId() {
        return anonymousId;
    }

    @Override
    public Admission admission() {
        return (bytes[0] & ADMITTED_TO_ALL) == 0 ? Admission.PROFILE_ONLY : Admission.ALL;
    }

    @Override
    public boolean isOnlyAnEvent() {
        return (bytes[0] & ONLY_AN_EVENT) != 0;
    }

    @Override
    public RawEvent raw() {
        try {
            DataInputDeserializer input = readRest();
            return new RawEvent(
                    new EventId(Binary.readText(input, bytes)),
                    type(),
                    name(),
                    new CustomerId(key()),
                    anonymousId,
                    Instant.ofEpochMilli(timestampMillis()),
                    Binary.readText(input, bytes),
                    readObject(input),
                    isOnlyAnEvent() ? JsonObject.EMPTY : readObject(input));
        } catch (IOException malformed) {
            throw unexpected(malformed);
        }
    }

    @Override
    public Linkage linkage() {
        if (isOnlyAnEvent()) {
            return Linkage.NONE;
        }
        try {
            DataInputDeserializer input = readRest();
            for (int text = 0; text < 2; text++) {
                input.skipBytesToRead(Binary.readNumber(input));
            }
            readObject(input);
            readObject(input);
            return ReceivedEventSerializer.readLinkage(input);
        } catch (IOException malformed) {
            throw unexpected(malformed);
        }
    }

    private JsonObject readObject(DataInputDeserializer input) throws IOException {
        int jsonLength = Binary.readNumber(input);
        if (jsonLength == 0) {
            return JsonObject.of(Binary.readObject(input));
        }
        var object = JsonObject.ofWellFormed(bytes, input.getPosition(), jsonLength);
        input.skipBytesToRead(jsonLength);
        return object;
    }

    private UncheckedIOException unexpected(IOException malformed) {
        return new UncheckedIOException(
                "event: " + bytes.length + " bytes that cannot be read (expected: written by this format)", malformed);
    }
}
