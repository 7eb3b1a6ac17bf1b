package dev.sendero.core.state;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Writes the pieces of a state: whole numbers with 7 bits a byte, texts as UTF-8 after their length, and names, which
 * repeat, in full the first time and as a number from then on.
 */
final class StateOutput {

    private final DataOutput output;
    private final Map<String, Integer> names = new HashMap<>();

    StateOutput(DataOutput output) {
        this.output = output;
        KnownNames.LIST.forEach(name -> names.put(name, names.size() + 1));
    }

    void writeFlag(boolean flag) throws IOException {
        output.writeBoolean(flag);
    }

    /** @param count not negative */
    void writeCount(int count) throws IOException {
        writeBits(count);
    }

    /** Zigzag, so that a small negative number is as short as a small positive one. */
    void writeLong(long number) throws IOException {
        writeBits((number << 1) ^ (number >> 63));
    }

    private void writeBits(long bits) throws IOException {
        long rest = bits;
        while ((rest & ~0x7FL) != 0) {
            output.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        output.writeByte((int) rest);
    }

    void writeText(String text) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void writeBytes(byte[] bytes) throws IOException {
        writeCount(bytes.length);
        output.write(bytes);
    }

    /** A number that says nothing by being small. */
    void writeShape(long id) throws IOException {
        output.writeLong(id);
    }

    /** A double, short when it is a whole number. */
    void writeNumber(double number) throws IOException {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
        writeFlag(whole);
        if (whole) {
            writeLong((long) number);
        } else {
            output.writeDouble(number);
        }
    }

    void writeVersion(JourneyVersion journey) throws IOException {
        writeName(journey.journey().value());
        writeName(journey.version());
    }

    /** The id of an event, which is likely to come again, and to be a UUID. */
    void writeEventId(String id) throws IOException {
        if (writeKnown(id)) {
            return;
        }
        UUID uuid = CompactIds.uuid(id);
        writeFlag(uuid != null);
        if (uuid != null) {
            output.writeLong(uuid.getMostSignificantBits());
            output.writeLong(uuid.getLeastSignificantBits());
        } else {
            writeText(id);
        }
    }

    /** A text that is likely to be hexadecimal digits. */
    void writeHash(String text) throws IOException {
        byte[] digits = CompactIds.bytesOfHex(text);
        writeFlag(digits != null);
        if (digits != null) {
            writeBytes(digits);
        } else {
            writeText(text);
        }
    }

    /** Writes the number of a text that was written before, else 0. */
    private boolean writeKnown(String text) throws IOException {
        Integer known = names.putIfAbsent(text, names.size() + 1);
        writeCount(known == null ? 0 : known);
        return known != null;
    }

    /** A text that is likely to come again. */
    void writeName(String name) throws IOException {
        if (!writeKnown(name)) {
            writeText(name);
        }
    }

    void writeObject(Map<?, ?> object) throws IOException {
        writeCount(object.size());
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            writeName(String.valueOf(entry.getKey()));
            writeValue(entry.getValue());
        }
    }

    private void writeTextOrTime(String text) throws IOException {
        OptionalLong time = CompactIds.millis(text);
        if (time.isPresent()) {
            output.writeByte(JsonTag.TIME);
            writeLong(time.getAsLong());
        } else {
            output.writeByte(JsonTag.TEXT);
            writeText(text);
        }
    }

    void writeValue(Object value) throws IOException {
        if (value instanceof String text) {
            writeTextOrTime(text);
        } else if (value instanceof Boolean flag) {
            output.writeByte(flag ? JsonTag.TRUE : JsonTag.FALSE);
        } else if (value instanceof Long number) {
            output.writeByte(JsonTag.WHOLE_NUMBER);
            writeLong(number);
        } else if (value instanceof Double number) {
            output.writeByte(JsonTag.DECIMAL);
            output.writeDouble(number);
        } else if (value instanceof List<?> list) {
            output.writeByte(JsonTag.LIST);
            writeCount(list.size());
            for (Object element : list) {
                writeValue(element);
            }
        } else if (value instanceof Map<?, ?> object) {
            output.writeByte(JsonTag.OBJECT);
            writeObject(object);
        } else {
            throw new IllegalArgumentException("JSON value: " + value.getClass().getName()
                    + " (expected: String, Boolean, Long, Double, List or Map)");
        }
    }
}
