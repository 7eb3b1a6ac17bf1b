package dev.sendero.core.state;

import dev.sendero.api.RunId;
import java.io.IOException;
import java.util.Map;

/** A run as bytes. */
final class RunCodec {

    private static final int WAITING = 1;
    private static final int CONVERTED = 2;
    private static final int HELD = 4;
    private static final int HAS_DEADLINE = 8;
    private static final int HAS_SINCE = 16;
    private static final int HAS_MARKS = 32;

    private RunCodec() {}

    static void write(Run run, StateOutput output) throws IOException {
        output.writeCount((run.waiting() ? WAITING : 0)
                | (run.converted() ? CONVERTED : 0)
                | (run.held() ? HELD : 0)
                | (run.deadline() == Deadline.NEVER ? 0 : HAS_DEADLINE)
                | (run.since() == run.enteredAt() ? 0 : HAS_SINCE)
                | (run.marks().isEmpty() ? 0 : HAS_MARKS));
        output.writeHash(run.id().value());
        output.writeVersion(run.journey());
        output.writeText(run.key());
        output.writeLong(run.enteredAt());
        output.writeObject(run.captured());
        output.writeLong(run.position());
        if (run.deadline() != Deadline.NEVER) {
            output.writeLong(run.deadline() - run.enteredAt());
        }
        if (!run.marks().isEmpty()) {
            output.writeObject(run.marks());
        }
        if (run.since() != run.enteredAt()) {
            output.writeLong(run.since() - run.enteredAt());
        }
    }

    static Run read(StateInput input) throws IOException {
        int flags = input.readCount();
        var id = new RunId(input.readHash());
        JourneyVersion journey = input.readVersion();
        String key = input.readText();
        long enteredAt = input.readLong();
        return new Run(
                id,
                journey,
                key,
                enteredAt,
                input.readObject(),
                (int) input.readLong(),
                (flags & WAITING) != 0,
                (flags & HAS_DEADLINE) == 0 ? Deadline.NEVER : enteredAt + input.readLong(),
                (flags & CONVERTED) != 0,
                (flags & HELD) != 0,
                (flags & HAS_MARKS) == 0 ? Map.of() : input.readObject(),
                (flags & HAS_SINCE) == 0 ? enteredAt : enteredAt + input.readLong());
    }
}
