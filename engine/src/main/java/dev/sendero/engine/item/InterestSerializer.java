package dev.sendero.engine.item;

import dev.sendero.core.made.Interest;
import dev.sendero.engine.binary.Binary;
import dev.sendero.engine.binary.BinarySerializer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/** When a customer was interested in an item, in state. */
public final class InterestSerializer extends BinarySerializer<Interest> {

    static final InterestSerializer INSTANCE = new InterestSerializer();

    private static final int VERSION = 1;

    public InterestSerializer() {
        super(VERSION);
    }

    @Override
    protected void write(Interest interest, DataOutput output) throws IOException {
        output.writeLong(interest.last());
        output.writeLong(interest.gone());
        Binary.writeNumber(output, interest.ahead().size());
        for (long time : interest.ahead()) {
            output.writeLong(time);
        }
    }

    @Override
    protected Interest read(int writtenVersion, DataInput input) throws IOException {
        long last = input.readLong();
        long gone = input.readLong();
        int size = Binary.readNumber(input);
        var ahead = new ArrayList<Long>(size);
        for (int i = 0; i < size; i++) {
            ahead.add(input.readLong());
        }
        return new Interest(last, gone, ahead);
    }

    @Override
    public @Nullable Interest createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<Interest> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says in a snapshot who wrote it; values say themselves in which format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Interest> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
