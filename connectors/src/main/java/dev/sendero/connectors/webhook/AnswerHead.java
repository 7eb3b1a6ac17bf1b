package dev.sendero.connectors.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of an answer in HTTP/1.1 (RFC 9112, 4 and 5).
 *
 * @param headers by name in lower case; of those that repeat the last
 */
record AnswerHead(int status, Map<String, String> headers) {

    /** Bytes of all lines together. */
    private static final int LONGEST = 32_768;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final int FIRST_FINAL_STATUS = 200;

    /** Reads on over answers that only say that another one follows. */
    static AnswerHead read(InputStream input) throws IOException {
        var lines = new Lines(input);
        while (true) {
            AnswerHead head = one(lines);
            if (head.status >= FIRST_FINAL_STATUS) {
                return head;
            }
        }
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static AnswerHead one(Lines lines) throws IOException {
        Matcher status = STATUS_LINE.matcher(lines.next());
        if (!status.matches()) {
            throw new ProtocolException("the answer is not HTTP");
        }
        var headers = new HashMap<String, String>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new AnswerHead(Integer.parseInt(status.group(1)), Map.copyOf(headers));
    }

    private static final class Lines {
        private final InputStream input;
        private int left = LONGEST;

        private Lines(InputStream input) {
            this.input = input;
        }

        private String next() throws IOException {
            var line = new StringBuilder();
            for (int read = one(); read != '\n'; read = one()) {
                line.append((char) read);
            }
            int end = line.length();
            return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
        }

        private int one() throws IOException {
            int read = input.read();
            if (read < 0) {
                throw new EOFException("the connection ended before the answer");
            }
            if (--left < 0) {
                throw new ProtocolException("the answer's head is longer than " + LONGEST + " bytes");
            }
            return read;
        }
    }
}
