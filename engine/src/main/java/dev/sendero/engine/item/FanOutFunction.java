package dev.sendero.engine.item;

import dev.sendero.core.Admission;
import dev.sendero.core.made.Interest;
import dev.sendero.core.made.Item;
import dev.sendero.core.made.ItemInput;
import dev.sendero.core.made.Reach;
import dev.sendero.engine.event.ReceivedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps who is interested in an item, and lets events about it reach them, keyed by the item.
 *
 * <p>An event about an item waits until the watermark has reached it, so that whoever showed interest before it or in
 * the same millisecond is known, and goes on before that watermark does: the customers' operator has it in its buffer
 * when its time comes. How many are kept of one item is bounded; the oldest interests give way.
 */
@SuppressWarnings("NullAway.Init") // Flink creates a function first and opens it later.
public final class FanOutFunction extends KeyedProcessFunction<String, ItemInput, ReceivedEvent> {

    private static final long serialVersionUID = 1;

    private static final Comparator<ItemInput.Announced> BY_ID =
            Comparator.comparing(announced -> announced.event().id());

    private transient MapState<String, Interest> interests;
    private transient MapState<Long, List<ItemInput>> waiting;
    private transient ValueState<KeptItem> kept;

    @Override
    public void open(OpenContext context) {
        interests = getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>("interests", StringSerializer.INSTANCE, InterestSerializer.INSTANCE));
        waiting = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "waiting", LongSerializer.INSTANCE, new ListSerializer<>(ItemInputSerializer.INSTANCE)));
        kept = getRuntimeContext().getState(new ValueStateDescriptor<>("item", KeptItemSerializer.INSTANCE));
    }

    @Override
    public void processElement(ItemInput input, Context context, Collector<ReceivedEvent> output) throws Exception {
        long decided = context.timerService().currentWatermark();
        if (input instanceof ItemInput.Announced announced) {
            if (announced.millis() <= decided) {
                reach(announced, output);
            } else {
                wait(announced, context);
            }
        } else if (input instanceof ItemInput.Shown shown) {
            keep(shown.item(), shown.customer(), of(shown.customer()).shown(shown.millis(), decided));
            forgetLater(shown, context);
        } else if (input instanceof ItemInput.Gone gone) {
            keep(gone.item(), gone.customer(), of(gone.customer()).gone(gone.millis()));
            forgetLater(gone, context);
        }
        KeptItem item = kept.value();
        if (item != null && Reach.isCrowded(input.item(), item.customers())) {
            forget(item, Math.max(0, decided));
        }
    }

    private void wait(ItemInput.Announced announced, Context context) throws Exception {
        List<ItemInput> already = waiting.get(announced.millis());
        var all = new ArrayList<ItemInput>(already == null ? List.of() : already);
        all.add(announced);
        waiting.put(announced.millis(), all);
        context.timerService().registerEventTimeTimer(announced.millis());
    }

    private Interest of(String customer) throws Exception {
        Interest known = interests.get(customer);
        return known == null ? Interest.NONE : known;
    }

    private void keep(Item item, String customer, Interest interest) throws Exception {
        KeptItem known = kept.value();
        int customers = known == null ? 0 : known.customers();
        if (!interests.contains(customer)) {
            kept.update(new KeptItem(item, customers + 1, known == null ? KeptItem.UNSET : known.forgetAt()));
        }
        interests.put(customer, interest);
    }

    /** One timer for those whose interest runs out: it is set anew when it fires and somebody is left. */
    private void forgetLater(ItemInput input, Context context) throws Exception {
        KeptItem item = kept.value();
        if (item != null && item.forgetAt() == KeptItem.UNSET) {
            setForgetting(item, input.millis() + input.item().overMillis(), context);
        }
    }

    private void setForgetting(KeptItem item, long millis, Context context) throws Exception {
        kept.update(item.forgetAt(millis));
        context.timerService().registerEventTimeTimer(millis);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ReceivedEvent> output) throws Exception {
        List<ItemInput> due = waiting.get(timestamp);
        if (due != null) {
            waiting.remove(timestamp);
            List<ItemInput.Announced> inOrder = due.stream()
                    .map(ItemInput.Announced.class::cast)
                    .sorted(BY_ID)
                    .toList();
            for (ItemInput.Announced announced : inOrder) {
                reach(announced, output);
            }
        }
        KeptItem item = kept.value();
        if (item != null && item.forgetAt() == timestamp) {
            KeptItem left = forget(item, timestamp);
            if (left.customers() == 0) {
                kept.clear();
            } else {
                setForgetting(left, timestamp + left.item().overMillis(), context);
            }
        }
    }

    private void reach(ItemInput.Announced announced, Collector<ReceivedEvent> output) throws Exception {
        for (String customer : Reach.of(announced.item(), interests.entries(), announced.millis())) {
            output.collect(ReceivedEvent.of(Reach.to(customer, announced.event()), Admission.ALL));
        }
    }

    private KeptItem forget(KeptItem item, long decided) throws Exception {
        Set<String> staying = new HashSet<>(Reach.kept(item.item(), interests.entries(), decided));
        List<String> leaving = new ArrayList<>();
        for (String customer : interests.keys()) {
            if (!staying.contains(customer)) {
                leaving.add(customer);
            }
        }
        for (String customer : leaving) {
            interests.remove(customer);
        }
        KeptItem left = item.with(staying.size());
        kept.update(left);
        return left;
    }
}
