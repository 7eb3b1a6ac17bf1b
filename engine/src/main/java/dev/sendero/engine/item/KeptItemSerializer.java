package dev.sendero.engine.item;

import dev.sendero.engine.binary.BinarySerializer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/** Items in state. */
public final class KeptItemSerializer extends BinarySerializer<KeptItem> {

    static final KeptItemSerializer INSTANCE = new KeptItemSerializer();

    private static final int VERSION = 1;

    public KeptItemSerializer() {
        super(VERSION);
    }

    @Override
    protected void write(KeptItem kept, DataOutput output) throws IOException {
        ItemInputSerializer.writeItem(kept.item(), output);
        output.writeInt(kept.customers());
        output.writeLong(kept.forgetAt());
    }

    @Override
    protected KeptItem read(int writtenVersion, DataInput input) throws IOException {
        return new KeptItem(ItemInputSerializer.readItem(input), input.readInt(), input.readLong());
    }

    @Override
    public @Nullable KeptItem createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<KeptItem> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says in a snapshot who wrote it; values say themselves in which format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeptItem> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
