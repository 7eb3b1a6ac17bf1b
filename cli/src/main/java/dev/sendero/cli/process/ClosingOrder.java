package dev.sendero.cli.process;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, to be closed in the opposite order, each part whatever became of the others. */
final class ClosingOrder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingOrder.class);

    private record Part(String name, AutoCloseable closeable) {}

    private final Deque<Part> parts = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(String name, T part) {
        parts.push(new Part(name, part));
        return part;
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            long start = System.nanoTime();
            try {
                part.closeable().close();
            } catch (Exception failed) {
                LOG.warn("{} did not close as it should", part.name(), failed);
            }
            LOG.info("{} closed in {} ms", part.name(), (System.nanoTime() - start) / 1_000_000);
        }
    }
}
