package dev.sendero.cli.sorting;

import java.util.Arrays;

/** Some bytes, and the bytes by which they are sorted. Neither is to be changed any more. */
public final class Row implements Comparable<Row> {

    /** What an object and two arrays take beside their contents, and a place in a list. */
    private static final int OVERHEAD_BYTES = 72;

    private final byte[] key;
    private final byte[] value;

    /** @param key of one byte at least, as {@link SortKey} makes it */
    public Row(byte[] key, byte[] value) {
        if (key.length == 0) {
            throw new IllegalArgumentException("key of a row: empty (expected: one byte at least)");
        }
        this.key = key;
        this.value = value;
    }

    public byte[] key() {
        return key;
    }

    public byte[] value() {
        return value;
    }

    /** The first byte of the key, from 0 to 255. */
    int part() {
        return key[0] & 0xff;
    }

    /** What it takes in memory, by an estimate. */
    long memoryBytes() {
        return OVERHEAD_BYTES + key.length + (long) value.length;
    }

    /** Whether the key of the other one has the same beginning. */
    public boolean sharesBeginning(Row other, int bytes) {
        return key.length >= bytes && other.key.length >= bytes && Arrays.equals(key, 0, bytes, other.key, 0, bytes);
    }

    /** By keys alone, as unsigned bytes. */
    @Override
    public int compareTo(Row other) {
        return Arrays.compareUnsigned(key, other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row that && Arrays.equals(key, that.key) && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(key) + Arrays.hashCode(value);
    }
}
