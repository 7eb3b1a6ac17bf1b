package dev.sendero.gateway;

import dev.sendero.api.fact.Fact;
import dev.sendero.gateway.recorder.FactLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A log of facts in memory. Like Kafka's, it gives a reader again what no reader before it committed. */
final class MemoryFactLog {

    private static final long MOMENT_NANOS = 5_000_000;

    private final List<Fact> facts = new ArrayList<>();
    private int committed;

    synchronized void write(List<Fact> more) {
        facts.addAll(more);
    }

    synchronized int committed() {
        return committed;
    }

    FactLog open() {
        return new Reader(committed());
    }

    private synchronized List<Fact> from(int position) {
        return List.copyOf(facts.subList(Math.min(position, facts.size()), facts.size()));
    }

    private synchronized void commit(int position) {
        committed = position;
    }

    private final class Reader implements FactLog {

        private int position;

        Reader(int position) {
            this.position = position;
        }

        @Override
        public List<Fact> next() {
            List<Fact> next = from(position);
            if (next.isEmpty()) {
                LockSupport.parkNanos(MOMENT_NANOS);
            }
            position += next.size();
            return next;
        }

        @Override
        public void commit() {
            MemoryFactLog.this.commit(position);
        }

        @Override
        public void wakeUp() {}

        @Override
        public void close() {}
    }
}
