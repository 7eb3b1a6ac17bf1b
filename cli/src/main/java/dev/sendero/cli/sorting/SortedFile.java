package dev.sendero.cli.sorting;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Sorted rows in a file. Each is the lengths of key and value, then both. */
final class SortedFile {

    private static final int WRITE_BYTES = 1 << 18;
    private static final int READ_BYTES = 1 << 16;
    private static final int LENGTHS_BYTES = 2 * Integer.BYTES;
    private static final int PARTS = 256;

    private final Path path;

    /** How often its rows have been merged. */
    private final int level;

    /** Where the rows of each part begin; at the end, where the last ones end. */
    private final long[] starts;

    private SortedFile(Path path, int level, long[] starts) {
        this.path = path;
        this.level = level;
        this.starts = starts;
    }

    /** @param rows in their order; closed when all are written */
    static SortedFile write(Path path, int level, RowCursor rows) throws IOException {
        long[] starts = new long[PARTS + 1];
        long position = 0;
        int part = 0;
        try (rows;
                var output = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), WRITE_BYTES))) {
            while (rows.next()) {
                Row row = rows.row();
                while (part < row.part()) {
                    part++;
                    starts[part] = position;
                }
                output.writeInt(row.key().length);
                output.writeInt(row.value().length);
                output.write(row.key());
                output.write(row.value());
                position += LENGTHS_BYTES + row.key().length + row.value().length;
            }
        }
        while (part < PARTS) {
            part++;
            starts[part] = position;
        }
        return new SortedFile(path, level, starts);
    }

    int level() {
        return level;
    }

    RowCursor all() {
        return new Cursor(0, PARTS);
    }

    /** Those rows whose keys begin with that byte. */
    RowCursor part(int part) {
        return new Cursor(part, part + 1);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /** Opens the file when the first row is asked for. */
    private final class Cursor implements RowCursor {

        private final long start;
        private long left;
        private @Nullable DataInputStream input;
        private @Nullable Row row;

        Cursor(int fromPart, int toPart) {
            start = starts[fromPart];
            left = starts[toPart] - start;
        }

        @Override
        public boolean next() {
            if (left == 0) {
                row = null;
                return false;
            }
            try {
                DataInputStream open = input == null ? open() : input;
                input = open;
                byte[] key = new byte[open.readInt()];
                byte[] value = new byte[open.readInt()];
                open.readFully(key);
                open.readFully(value);
                left -= LENGTHS_BYTES + key.length + value.length;
                row = new Row(key, value);
                return true;
            } catch (IOException failed) {
                throw SpillFolder.failure(failed);
            }
        }

        private DataInputStream open() throws IOException {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            channel.position(start);
            return new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), READ_BYTES));
        }

        @Override
        public Row row() {
            if (row == null) {
                throw new IllegalStateException("row: none (expected: asked for after next() was true)");
            }
            return row;
        }

        @Override
        public void close() {
            try {
                if (input != null) {
                    input.close();
                }
            } catch (IOException failed) {
                throw SpillFolder.failure(failed);
            }
        }
    }
}
