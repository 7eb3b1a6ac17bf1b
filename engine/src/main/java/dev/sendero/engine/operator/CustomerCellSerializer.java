package dev.sendero.engine.operator;

import dev.sendero.core.CustomerState;
import dev.sendero.engine.binary.BinarySerializer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/** Cells in the state backend. What is kept of the customer is written by the core, in a format with a version of its own. */
final class CustomerCellSerializer extends BinarySerializer<CustomerCell> {

    static final CustomerCellSerializer INSTANCE = new CustomerCellSerializer();

    private static final int VERSION = 1;

    private CustomerCellSerializer() {
        super(VERSION);
    }

    @Override
    protected void write(CustomerCell cell, DataOutput output) throws IOException {
        output.writeLong(cell.timer());
        cell.state().writeTo(output);
    }

    @Override
    protected CustomerCell read(int writtenVersion, DataInput input) throws IOException {
        long timer = input.readLong();
        return new CustomerCell(CustomerState.readFrom(input), timer);
    }

    /** The state is changed in place, so on the heap Flink has to copy it before a snapshot that is under way. */
    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public CustomerCell copy(CustomerCell cell) {
        return cell.copy();
    }

    @Override
    public @Nullable CustomerCell createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<CustomerCell> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says in a snapshot who wrote it; values say themselves in which format. Public, as Flink creates it by its name. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CustomerCell> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
