package dev.sendero.cli.backtest;

import dev.sendero.cli.sorting.Row;
import dev.sendero.cli.sorting.SortKey;
import dev.sendero.core.made.ItemInput;
import dev.sendero.engine.item.ItemInputSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** What concerns items in one view, as rows that sort by item and time: of one millisecond, interests come first. */
final class ItemRow {

    private static final int USUAL_BYTES = 128;

    private ItemRow() {}

    /** @param view by which the input concerns the item */
    static Row of(int view, ItemInput input) {
        var key = new SortKey().part(view).text(input.item().key()).number(input.millis());
        if (input instanceof ItemInput.Announced announced) {
            key.part(1).text(announced.event().id().value());
        } else {
            key.part(0);
        }
        var value = new DataOutputSerializer(USUAL_BYTES);
        try {
            ItemInputSerializer.INSTANCE.serialize(input, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("item: cannot be written to memory", impossible);
        }
        return new Row(key.bytes(), value.getCopyOfBuffer());
    }

    static int view(Row row) {
        return row.key()[0];
    }

    static ItemInput read(Row row) {
        try {
            return ItemInputSerializer.INSTANCE.deserialize(new DataInputDeserializer(row.value()));
        } catch (IOException malformed) {
            throw new UncheckedIOException(
                    "item: " + row.value().length + " bytes that cannot be read (expected: written by this process)",
                    malformed);
        }
    }
}
