package dev.sendero.courier;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What is measured of deliveries, by channel. */
record CourierMetrics(Collection<ChannelCalls> channels) implements MeterBinder {

    private static final String CHANNEL = "channel";

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ChannelCalls channel : channels) {
            bind(channel, channel.channel().wireName(), registry);
        }
    }

    private static void bind(ChannelCalls channel, String name, MeterRegistry registry) {
        for (CallCounts.End end : CallCounts.End.values()) {
            FunctionCounter.builder("sendero.courier.calls", channel, calls -> calls.counts()
                            .of(end))
                    .description("Calls of providers, by how they ended")
                    .baseUnit("calls")
                    .tag(CHANNEL, name)
                    .tag("end", end.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        FunctionTimer.builder(
                        "sendero.courier.call",
                        channel,
                        calls -> calls.counts().all(),
                        calls -> calls.counts().nanos(),
                        TimeUnit.NANOSECONDS)
                .description("From the second look at a message to its provider's answer")
                .tag(CHANNEL, name)
                .register(registry);
        Gauge.builder("sendero.courier.unresolved", channel, ChannelCalls::unresolved)
                .description("Claims without a result in the ledger")
                .baseUnit("messages")
                .tag(CHANNEL, name)
                .register(registry);
        Gauge.builder("sendero.courier.breaker", channel, ChannelCalls::gateLevel)
                .description(
                        "0 while the provider is called, 1 while a few calls try whether it works again, 2 while it is"
                                + " not called")
                .tag(CHANNEL, name)
                .register(registry);
    }
}
