package dev.sendero.cli.events;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a meter what is read from a stream. */
final class MeteredInput extends FilterInputStream {

    private final EventInput.Meter meter;

    MeteredInput(InputStream stream, EventInput.Meter meter) {
        super(stream);
        this.meter = meter;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            meter.read(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            meter.read(read);
        }
        return read;
    }
}
