package dev.sendero.core.state;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the pieces of a state: whole numbers with 7 bits a byte, texts as UTF-8 after their length, and names, which
 * repeat, in full the first time and as a number from then on.
 */
final class StateOutput {

    private final DataOutput output;
    private final Map<String, Integer> names = new HashMap<>();

    StateOutput(DataOutput output) {
        this.output = output;
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

    /** A text that is likely to come again. */
    void writeName(String name) throws IOException {
        Integer known = names.putIfAbsent(name, names.size() + 1);
        if (known == null) {
            writeCount(0);
            writeText(name);
        } else {
            writeCount(known);
        }
    }

    void writeObject(Map<?, ?> object) throws IOException {
        writeCount(object.size());
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            writeName(String.valueOf(entry.getKey()));
            writeValue(entry.getValue());
        }
    }

    private void writeValue(Object value) throws IOException {
        if (value instanceof String text) {
            output.writeByte(JsonTag.TEXT);
            writeText(text);
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
