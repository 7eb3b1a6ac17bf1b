package dev.sendero.core.state;

import dev.sendero.api.JourneyId;
import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what {@link StateOutput} has written. */
final class StateInput {

    private final DataInput input;
    private final List<String> names;

    private StateInput(DataInput input, List<String> knownNames) {
        this.input = input;
        this.names = new ArrayList<>(knownNames);
    }

    static StateInput of(DataInput input) {
        return new StateInput(input, KnownNames.LIST);
    }

    static StateInput ofVersion1(DataInput input) {
        return new StateInput(input, List.of());
    }

    boolean readFlag() throws IOException {
        return input.readBoolean();
    }

    int readCount() throws IOException {
        long count = readBits();
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new IOException("count: " + count + " (expected: 0 to " + Integer.MAX_VALUE + ")");
        }
        return (int) count;
    }

    long readLong() throws IOException {
        long bits = readBits();
        return (bits >>> 1) ^ -(bits & 1);
    }

    private long readBits() throws IOException {
        long bits = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            byte next = input.readByte();
            bits |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return bits;
            }
        }
        throw new IOException("number: more than 10 bytes (expected: 1 to 10)");
    }

    String readText() throws IOException {
        return new String(readBytes(), StandardCharsets.UTF_8);
    }

    byte[] readBytes() throws IOException {
        byte[] bytes = new byte[readCount()];
        input.readFully(bytes);
        return bytes;
    }

    String readName() throws IOException {
        int known = readCount();
        if (known > 0) {
            return names.get(known - 1);
        }
        String name = readText();
        names.add(name);
        return name;
    }

    long readShape() throws IOException {
        return input.readLong();
    }

    double readNumber() throws IOException {
        return readFlag() ? readLong() : input.readDouble();
    }

    /** Journeys and versions are few and customers many, so that all of them share one text for each. */
    JourneyVersion readVersion() throws IOException {
        return new JourneyVersion(new JourneyId(readName().intern()), readName().intern());
    }

    String readEventId() throws IOException {
        int known = readCount();
        if (known > 0) {
            return names.get(known - 1);
        }
        String id = readFlag() ? new UUID(input.readLong(), input.readLong()).toString() : readText();
        names.add(id);
        return id;
    }

    String readHash() throws IOException {
        return readFlag() ? HexFormat.of().formatHex(readBytes()) : readText();
    }

    Map<String, Object> readObject() throws IOException {
        int size = readCount();
        if (size == 0) {
            return Map.of();
        }
        Map<String, Object> object = new LinkedHashMap<>();
        for (int index = 0; index < size; index++) {
            String name = readName();
            object.put(name, readValue());
        }
        return object;
    }

    Object readValue() throws IOException {
        byte tag = input.readByte();
        return switch (tag) {
            case JsonTag.TEXT -> readText();
            case JsonTag.FALSE -> Boolean.FALSE;
            case JsonTag.TRUE -> Boolean.TRUE;
            case JsonTag.WHOLE_NUMBER -> (Object) readLong();
            case JsonTag.DECIMAL -> input.readDouble();
            case JsonTag.LIST -> readList();
            case JsonTag.OBJECT -> readObject();
            case JsonTag.TIME -> Instant.ofEpochMilli(readLong()).toString();
            default -> throw new IOException("JSON value of kind " + tag + " (expected: 0 to 7)");
        };
    }

    private List<Object> readList() throws IOException {
        int size = readCount();
        List<Object> list = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            list.add(readValue());
        }
        return list;
    }
}
