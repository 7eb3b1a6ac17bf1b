package dev.sendero.cli.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows whose cells stand apart by runs of blanks and tabs, also before the first and after the last. */
final class BlankSeparatedRows implements Rows {

    private final BufferedReader reader;
    private long line;
    private @Nullable Row upcoming;

    BlankSeparatedRows(InputStream contents) {
        this.reader = new BufferedReader(new InputStreamReader(contents, StandardCharsets.UTF_8));
    }

    @Override
    public boolean hasNext() throws IOException {
        while (upcoming == null) {
            String text = reader.readLine();
            if (text == null) {
                return false;
            }
            line++;
            List<String> cells = split(text);
            if (!cells.isEmpty()) {
                upcoming = new Row(line, cells);
            }
        }
        return true;
    }

    @Override
    public Row next() throws IOException {
        if (!hasNext() || upcoming == null) {
            throw new IllegalStateException("row after the last (expected: a call of hasNext before)");
        }
        Row row = upcoming;
        upcoming = null;
        return row;
    }

    private static List<String> split(String text) {
        var cells = new ArrayList<String>();
        int start = -1;
        for (int position = 0; position <= text.length(); position++) {
            boolean blank = position == text.length() || Character.isWhitespace(text.charAt(position));
            if (!blank && start < 0) {
                start = position;
            } else if (blank && start >= 0) {
                cells.add(text.substring(start, position));
                start = -1;
            }
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
