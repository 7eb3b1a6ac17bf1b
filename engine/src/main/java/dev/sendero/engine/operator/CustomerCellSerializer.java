package dev.sendero.engine.operator;

import dev.sendero.core.CustomerState;
import dev.sendero.engine.binary.Binary;
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

    private static final int VERSION = 2;

    private CustomerCellSerializer() {
        super(VERSION);
    }

    @Override
    protected void write(CustomerCell cell, DataOutput output) throws IOException {
        writeTimer(cell.timer(), output);
        writeTimer(cell.spareTimer(), output);
        cell.state().writeTo(output);
    }

    @Override
    protected CustomerCell read(int writtenVersion, DataInput input) throws IOException {
        long timer = writtenVersion == 1 ? input.readLong() : readTimer(input);
        long spareTimer = writtenVersion == 1 ? CustomerCell.NO_TIMER : readTimer(input);
        return new CustomerCell(CustomerState.readFrom(input), timer, spareTimer);
    }

    /** One more than the time, so that none takes the fewest bytes. */
    private static void writeTimer(long time, DataOutput output) throws IOException {
        Binary.writeLongNumber(output, time == CustomerCell.NO_TIMER ? 0 : time + 1);
    }

    private static long readTimer(DataInput input) throws IOException {
        long number = Binary.readLongNumber(input);
        return number == 0 ? CustomerCell.NO_TIMER : number - 1;
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
