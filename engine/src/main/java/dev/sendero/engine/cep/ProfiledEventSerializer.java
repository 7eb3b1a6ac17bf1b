package dev.sendero.engine.cep;

import dev.sendero.core.Admission;
import dev.sendero.engine.binary.Binary;
import dev.sendero.engine.binary.BinarySerializer;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.event.ReceivedEventSerializer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/** Events in the buffers of Flink CEP. */
public final class ProfiledEventSerializer extends BinarySerializer<ProfiledEvent> {

    public static final ProfiledEventSerializer INSTANCE = new ProfiledEventSerializer();

    private static final int VERSION = 1;

    public ProfiledEventSerializer() {
        super(VERSION);
    }

    @Override
    protected void write(ProfiledEvent profiled, DataOutput output) throws IOException {
        ReceivedEventSerializer.INSTANCE.writeNested(ReceivedEvent.of(profiled.event(), Admission.ALL), output);
        Binary.writeObject(output, profiled.profile());
    }

    @Override
    protected ProfiledEvent read(int writtenVersion, DataInput input) throws IOException {
        ReceivedEvent received = ReceivedEventSerializer.INSTANCE.readNested(input);
        return new ProfiledEvent(received.event(), Binary.readObject(input));
    }

    @Override
    public @Nullable ProfiledEvent createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<ProfiledEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says in a snapshot who wrote it; values say themselves in which format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ProfiledEvent> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
