package dev.sendero.engine.binary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes one type for Flink. Every value begins with the version of its format, so that a snapshot of an older release
 * is read as it is.
 *
 * @param <T> a type whose values do not change, unless {@link #copy(Object)} is overridden
 */
public abstract class BinarySerializer<T> extends TypeSerializerSingleton<T> {

    private final int version;

    /** @param version of the format that is written, 1 to 127 */
    protected BinarySerializer(int version) {
        this.version = version;
    }

    protected abstract void write(T value, DataOutput output) throws IOException;

    /** @param writtenVersion of the format in which the value was written */
    protected abstract T read(int writtenVersion, DataInput input) throws IOException;

    @Override
    public final void serialize(T value, DataOutputView output) throws IOException {
        writeNested(value, output);
    }

    /** As {@link #serialize}, to any output: for values inside others. */
    public final void writeNested(T value, DataOutput output) throws IOException {
        output.writeByte(version);
        write(value, output);
    }

    @Override
    public final T deserialize(DataInputView input) throws IOException {
        return readNested(input);
    }

    /** What {@link #writeNested} has written. */
    public final T readNested(DataInput input) throws IOException {
        int written = input.readByte();
        if (written < 1 || written > version) {
            throw new IOException(getClass().getSimpleName() + ": format " + written + " (expected: 1 to " + version
                    + "; a newer release has written this)");
        }
        return read(written, input);
    }

    @Override
    public final T deserialize(T reuse, DataInputView input) throws IOException {
        return deserialize(input);
    }

    @Override
    public final void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public final T copy(T from, T reuse) {
        return copy(from);
    }

    @Override
    public final int getLength() {
        return -1;
    }
}
