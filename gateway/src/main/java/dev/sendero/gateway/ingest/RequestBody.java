package dev.sendero.gateway.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Reads the bytes of a request, never more than the limit, whatever the sender claims or packs. */
final class RequestBody {

    private RequestBody() {}

    /**
     * The body, unpacked and known to be UTF-8.
     *
     * @param encoding the header {@code Content-Encoding}, empty without it
     * @param announcedLength the header {@code Content-Length}, negative without it
     */
    static byte[] read(InputStream body, String encoding, long announcedLength) throws IOException, Refusal {
        if (announcedLength > IngestLimits.BATCH_BYTES) {
            discard(body);
            throw tooLarge();
        }
        byte[] bytes =
                switch (encoding) {
                    case "", "identity" -> readAtMost(body);
                    case "gzip" -> unpack(body);
                    default ->
                        throw Refusal.malformed("Content-Encoding: '" + encoding + "' (expected: gzip, or none)");
                };
        requireText(bytes);
        return bytes;
    }

    private static byte[] unpack(InputStream body) throws IOException, Refusal {
        byte[] packed = readAtMost(body);
        try (InputStream unpacked = new GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
            return readAtMost(unpacked);
        } catch (IOException notGzip) {
            throw Refusal.malformed("body: not gzip, though Content-Encoding says so");
        }
    }

    private static byte[] readAtMost(InputStream body) throws IOException, Refusal {
        byte[] bytes = body.readNBytes(IngestLimits.BATCH_BYTES + 1);
        if (bytes.length > IngestLimits.BATCH_BYTES) {
            discard(body);
            throw tooLarge();
        }
        return bytes;
    }

    private static void discard(InputStream body) throws IOException {
        long left = IngestLimits.DISCARDED_BYTES;
        long skipped = body.skip(left);
        while (skipped > 0 && left > 0) {
            left -= skipped;
            skipped = body.skip(left);
        }
    }

    private static Refusal tooLarge() {
        return Refusal.tooLarge("body: larger than " + IngestLimits.BATCH_BYTES + " bytes; send smaller batches");
    }

    /** A zero byte is legal in UTF-8 and nowhere in JSON; without it a parser cannot mistake the text for UTF-16. */
    private static void requireText(byte[] bytes) throws Refusal {
        for (byte each : bytes) {
            if (each == 0) {
                throw Refusal.malformed("body: contains a zero byte");
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException malformed) {
            throw Refusal.malformed("body: not UTF-8");
        }
    }
}
