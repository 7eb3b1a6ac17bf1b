package dev.sendero.engine.item;

import dev.sendero.core.made.ItemInput;
import dev.sendero.engine.event.ReceivedEvent;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Takes events about items off the customers' way, and tells the items who is interested in them. It stands in the chain
 * of whoever reads or identifies events: where no event is about an item, it costs a look at a field.
 */
@SuppressWarnings("NullAway.Init") // Flink creates a function first and opens it later.
public final class ItemRouter extends ProcessFunction<ReceivedEvent, ReceivedEvent> {

    /** What concerns items; all other events are the main output. */
    public static final OutputTag<ItemInput> ITEMS = new OutputTag<>("items", ItemInputSerializer.TYPE);

    private static final long serialVersionUID = 1;

    private final PublishedFanOuts published;
    private transient PublishedFanOuts.Following following;

    public ItemRouter(PublishedFanOuts published) {
        this.published = published;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        following = published.follow();
    }

    @Override
    public void close() {
        if (following != null) {
            following.close();
        }
    }

    @Override
    public void processElement(ReceivedEvent event, Context context, Collector<ReceivedEvent> output) {
        if (ItemRouting.route(following.now(), event, input -> context.output(ITEMS, input))) {
            output.collect(event);
        }
    }
}
