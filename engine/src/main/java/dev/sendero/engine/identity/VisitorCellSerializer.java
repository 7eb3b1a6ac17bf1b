package dev.sendero.engine.identity;

import dev.sendero.core.identity.Remembered;
import dev.sendero.core.identity.Visitor;
import dev.sendero.core.state.Position;
import dev.sendero.engine.binary.Binary;
import dev.sendero.engine.binary.BinarySerializer;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.event.ReceivedEventSerializer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/** Cells of anonymous ids in the state backend. Events are written in a format with a version of its own. */
final class VisitorCellSerializer extends BinarySerializer<VisitorCell> {

    static final VisitorCellSerializer INSTANCE = new VisitorCellSerializer();

    private static final int VERSION = 1;

    private VisitorCellSerializer() {
        super(VERSION);
    }

    @Override
    protected void write(VisitorCell cell, DataOutput output) throws IOException {
        Visitor<ReceivedEvent> visitor = cell.visitor();
        output.writeLong(cell.timer());
        output.writeLong(visitor.seenAt());
        Binary.writeText(output, visitor.user());
        output.writeLong(visitor.linkedAt().millis());
        Binary.writeText(output, visitor.linkedAt().event());
        Binary.writeNumber(output, visitor.links());
        output.writeBoolean(visitor.isShared());
        List<Remembered<ReceivedEvent>> history = visitor.history();
        Binary.writeNumber(output, history.size());
        for (Remembered<ReceivedEvent> past : history) {
            ReceivedEventSerializer.INSTANCE.writeNested(past.event(), output);
        }
    }

    @Override
    protected VisitorCell read(int writtenVersion, DataInput input) throws IOException {
        long timer = input.readLong();
        long seenAt = input.readLong();
        String user = Binary.readText(input);
        var linkedAt = new Position(input.readLong(), Binary.readText(input));
        int links = Binary.readNumber(input);
        boolean shared = input.readBoolean();
        int size = Binary.readNumber(input);
        var history = new ArrayList<Remembered<ReceivedEvent>>(size);
        for (int i = 0; i < size; i++) {
            ReceivedEvent event = ReceivedEventSerializer.INSTANCE.readNested(input);
            history.add(new Remembered<>(event.position(), event));
        }
        return new VisitorCell(Visitor.kept(history, user, linkedAt, links, shared, seenAt), timer);
    }

    /** The visitor is changed in place, so on the heap Flink has to copy it before a snapshot that is under way. */
    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public VisitorCell copy(VisitorCell cell) {
        return new VisitorCell(cell.visitor().copy(), cell.timer());
    }

    @Override
    public @Nullable VisitorCell createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<VisitorCell> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says in a snapshot who wrote it; values say themselves in which format. Public, as Flink creates it by its name. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<VisitorCell> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
