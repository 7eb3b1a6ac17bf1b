package dev.sendero.engine.item;

import dev.sendero.core.Admission;
import dev.sendero.core.made.Item;
import dev.sendero.core.made.ItemInput;
import dev.sendero.engine.binary.Binary;
import dev.sendero.engine.binary.BinarySerializer;
import dev.sendero.engine.binary.BinaryType;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.event.ReceivedEventSerializer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.jspecify.annotations.Nullable;

/** What concerns items, between tasks and in snapshots. */
public final class ItemInputSerializer extends BinarySerializer<ItemInput> {

    public static final ItemInputSerializer INSTANCE = new ItemInputSerializer();

    public static final TypeInformation<ItemInput> TYPE = new BinaryType<>(ItemInput.class, INSTANCE);

    private static final int VERSION = 1;

    private static final byte SHOWN = 1;
    private static final byte GONE = 2;
    private static final byte ANNOUNCED = 3;

    public ItemInputSerializer() {
        super(VERSION);
    }

    @Override
    protected void write(ItemInput input, DataOutput output) throws IOException {
        if (input instanceof ItemInput.Announced announced) {
            output.writeByte(ANNOUNCED);
            writeItem(input.item(), output);
            ReceivedEventSerializer.INSTANCE.writeNested(ReceivedEvent.of(announced.event(), Admission.ALL), output);
            return;
        }
        boolean shown = input instanceof ItemInput.Shown;
        output.writeByte(shown ? SHOWN : GONE);
        writeItem(input.item(), output);
        Binary.writeText(
                output, input instanceof ItemInput.Shown by ? by.customer() : ((ItemInput.Gone) input).customer());
        output.writeLong(input.millis());
    }

    static void writeItem(Item item, DataOutput output) throws IOException {
        Binary.writeText(output, item.key());
        output.writeLong(item.overMillis());
        output.writeInt(item.atMost());
    }

    @Override
    protected ItemInput read(int writtenVersion, DataInput input) throws IOException {
        byte code = input.readByte();
        Item item = readItem(input);
        return switch (code) {
            case SHOWN -> new ItemInput.Shown(item, Binary.readText(input), input.readLong());
            case GONE -> new ItemInput.Gone(item, Binary.readText(input), input.readLong());
            case ANNOUNCED ->
                new ItemInput.Announced(
                        item, ReceivedEventSerializer.INSTANCE.readNested(input).event());
            default -> throw new IOException("item input: " + code + " (expected: 1 to 3)");
        };
    }

    static Item readItem(DataInput input) throws IOException {
        return new Item(Binary.readText(input), input.readLong(), input.readInt());
    }

    @Override
    public @Nullable ItemInput createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<ItemInput> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Says in a snapshot who wrote it; values say themselves in which format. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ItemInput> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
