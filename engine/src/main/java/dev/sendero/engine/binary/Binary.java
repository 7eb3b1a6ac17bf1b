package dev.sendero.engine.binary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;

/** Numbers, texts and JSON values as few bytes: seven bits of a number a byte, as in Protocol Buffers' varints. */
public final class Binary {

    private static final int TEXT = 1;
    private static final int TRUE = 2;
    private static final int FALSE = 3;
    private static final int INTEGER = 4;
    private static final int REAL = 5;
    private static final int LIST = 6;
    private static final int OBJECT = 7;

    private Binary() {}

    /** @param number 0 or more takes the fewest bytes; a negative one takes five */
    public static void writeNumber(DataOutput output, int number) throws IOException {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            output.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        output.writeByte(rest);
    }

    public static int readNumber(DataInput input) throws IOException {
        int number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = input.readUnsignedByte();
            number |= (part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                return number;
            }
        }
        throw new IOException("number: more than 5 bytes (expected: up to 5)");
    }

    /** @param number 0 or more takes the fewest bytes; a negative one takes ten */
    public static void writeLongNumber(DataOutput output, long number) throws IOException {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            output.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        output.writeByte((int) rest);
    }

    public static long readLongNumber(DataInput input) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int part = input.readUnsignedByte();
            number |= (part & 0x7FL) << shift;
            if ((part & 0x80) == 0) {
                return number;
            }
        }
        throw new IOException("number: more than 10 bytes (expected: up to 10)");
    }

    public static void writeText(DataOutput output, String text) throws IOException {
        writeBytes(output, text.getBytes(StandardCharsets.UTF_8));
    }

    public static String readText(DataInput input) throws IOException {
        return new String(readBytes(input), StandardCharsets.UTF_8);
    }

    /** As {@link #readText(DataInput)}, in one copy. @param bytes those that the input reads, from the first on */
    public static String readText(DataInputDeserializer input, byte[] bytes) throws IOException {
        int length = readNumber(input);
        if (length == 0) {
            return "";
        }
        var text = new String(bytes, input.getPosition(), length, StandardCharsets.UTF_8);
        input.skipBytesToRead(length);
        return text;
    }

    public static void writeBytes(DataOutput output, byte[] bytes) throws IOException {
        writeNumber(output, bytes.length);
        output.write(bytes);
    }

    public static byte[] readBytes(DataInput input) throws IOException {
        byte[] bytes = new byte[readNumber(input)];
        input.readFully(bytes);
        return bytes;
    }

    /** @param object JSON values: String, Boolean, Long, Double, List, Map */
    public static void writeObject(DataOutput output, Map<String, Object> object) throws IOException {
        writeNumber(output, object.size());
        for (Map.Entry<String, Object> entry : object.entrySet()) {
            writeText(output, entry.getKey());
            writeValue(output, entry.getValue());
        }
    }

    /** In the order in which it was written. */
    public static Map<String, Object> readObject(DataInput input) throws IOException {
        int size = readNumber(input);
        if (size == 0) {
            return Map.of();
        }
        var object = new LinkedHashMap<String, Object>(size * 2);
        for (int i = 0; i < size; i++) {
            String name = readText(input);
            object.put(name, readValue(input));
        }
        return object;
    }

    private static void writeValue(DataOutput output, Object value) throws IOException {
        if (value instanceof String text) {
            output.writeByte(TEXT);
            writeText(output, text);
        } else if (value instanceof Boolean flag) {
            output.writeByte(flag ? TRUE : FALSE);
        } else if (value instanceof Long number) {
            output.writeByte(INTEGER);
            output.writeLong(number);
        } else if (value instanceof Double number) {
            output.writeByte(REAL);
            output.writeDouble(number);
        } else if (value instanceof List<?> list) {
            output.writeByte(LIST);
            writeNumber(output, list.size());
            for (Object element : list) {
                writeValue(output, element);
            }
        } else if (value instanceof Map<?, ?> map) {
            output.writeByte(OBJECT);
            writeNumber(output, map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                writeText(output, String.valueOf(entry.getKey()));
                writeValue(output, entry.getValue());
            }
        } else {
            throw new IOException("JSON value: " + value.getClass().getName()
                    + " (expected: String, Boolean, Long, Double, List or Map)");
        }
    }

    private static Object readValue(DataInput input) throws IOException {
        int kind = input.readUnsignedByte();
        return switch (kind) {
            case TEXT -> readText(input);
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case INTEGER -> (Object) input.readLong();
            case REAL -> input.readDouble();
            case LIST -> readList(input);
            case OBJECT -> readObject(input);
            default -> throw new IOException("kind of a JSON value: " + kind + " (expected: 1 to 7)");
        };
    }

    private static List<Object> readList(DataInput input) throws IOException {
        int size = readNumber(input);
        var list = new ArrayList<Object>(size);
        for (int i = 0; i < size; i++) {
            list.add(readValue(input));
        }
        return list;
    }
}
