package dev.sendero.benchmarks.parsing;

import dev.sendero.api.json.EventJson;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.benchmarks.shop.Shop;
import dev.sendero.core.Admission;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.event.ReceivedEventSerializer;
import dev.sendero.rules.usage.Fields;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Prints how many of the shop's events a second of a core's time suffices for: to read them, to hand them from task to
 * task, and to parse what is looked at. Time of the thread is measured, so that other work on the machine hardly counts.
 */
public final class ParsingBench {

    private static final int EVENTS = 4_096;
    private static final int ROUND = 400_000;
    private static final int UNMEASURED_ROUNDS = 4;
    private static final int ROUNDS = 5;
    private static final Fields LOOKED_AT = Fields.of("price", "cart_id");

    private final DataOutputSerializer bytes = new DataOutputSerializer(1_024);
    private final DataInputDeserializer input = new DataInputDeserializer();

    /** Whatever was made last, so that nothing is optimised away. */
    private @Nullable Object made;

    private ParsingBench() {}

    private interface Work {
        Object on(byte[] json) throws IOException, MalformedJson;
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new ParsingBench();
        bench.measure("parsed at once", json -> EventJson.read(json, Shop.START));
        bench.measure("read, properties left as JSON", json -> EventJson.readRaw(json, Shop.START));
        bench.measure("and handed to the next task", bench::handedOn);
        bench.measure("and two properties parsed", json -> bench.handedOn(json).event(LOOKED_AT));
        bench.measure("and no property parsed", json -> bench.handedOn(json).event(Fields.NONE));
    }

    private ReceivedEvent handedOn(byte[] json) throws IOException, MalformedJson {
        bytes.clear();
        var received = ReceivedEvent.of(EventJson.readRaw(json, Shop.START), Admission.ALL);
        ReceivedEventSerializer.INSTANCE.serialize(received, bytes);
        input.setBuffer(bytes.getSharedBuffer(), 0, bytes.length());
        return ReceivedEventSerializer.INSTANCE.deserialize(input);
    }

    private void measure(String what, Work work) throws Exception {
        List<byte[]> events = events();
        var nanos = new double[ROUNDS];
        for (int round = -UNMEASURED_ROUNDS; round < ROUNDS; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int index = 0; index < ROUND; index++) {
                made = work.on(events.get(index % EVENTS));
            }
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            if (round >= 0) {
                nanos[round] = (double) spent / ROUND;
            }
        }
        Arrays.sort(nanos);
        double median = nanos[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "%-32s %,10.0f events/s of one core (%.0f ns, %.0f to %.0f)%n",
                what,
                1e9 / median,
                median,
                nanos[0],
                nanos[ROUNDS - 1]);
        if (made == null) {
            throw new IllegalStateException("result: none (expected: one for each event)");
        }
    }

    private static List<byte[]> events() {
        var shop = new Shop(42, EVENTS / 4, EVENTS);
        var events = new ArrayList<byte[]>(EVENTS);
        for (long index = 0; index < EVENTS; index++) {
            events.add(EventJson.write(shop.event(index)));
        }
        return events;
    }
}
