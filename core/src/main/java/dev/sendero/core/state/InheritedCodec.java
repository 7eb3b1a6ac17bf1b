package dev.sendero.core.state;

import java.io.IOException;

/** A partial situation of version 1 as bytes, as version 1 wrote it. */
final class InheritedCodec {

    private InheritedCodec() {}

    static void write(InheritedPartial partial, StateOutput output) throws IOException {
        output.writeVersion(partial.journey());
        output.writeText(partial.key());
        output.writeCount(partial.item());
        output.writeCount(partial.count());
        output.writeName(partial.firstEvent());
        output.writeLong(partial.firstAt());
        output.writeName(partial.lastEvent());
        output.writeLong(partial.anchor().millis());
        output.writeName(partial.anchor().event());
        output.writeObject(partial.captured());
        output.writeObject(partial.trigger());
        output.writeLong(partial.deadline());
    }

    static InheritedPartial read(StateInput input) throws IOException {
        return new InheritedPartial(
                input.readVersion(),
                input.readText(),
                input.readCount(),
                input.readCount(),
                input.readName(),
                input.readLong(),
                input.readName(),
                new Position(input.readLong(), input.readName()),
                input.readObject(),
                input.readObject(),
                input.readLong());
    }
}
