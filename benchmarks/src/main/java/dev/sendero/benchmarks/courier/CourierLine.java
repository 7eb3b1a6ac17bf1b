package dev.sendero.benchmarks.courier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sendero.api.json.WireJson;
import java.nio.charset.StandardCharsets;

/** One run as one line of JSON. */
sealed interface CourierLine {

    default String json() {
        return new String(WireJson.write(this), StandardCharsets.UTF_8);
    }

    /**
     * How many messages a second reached a provider.
     *
     * @param store what the ledger is kept in; empty without a courier
     */
    @JsonPropertyOrder({"measured", "target", "by", "store", "messages", "messages_per_s", "run"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Rate(
            Target target,
            By by,
            String store,
            int messages,
            @JsonProperty("messages_per_s") long messagesPerSecond,
            int run,
            String jvm,
            int cores)
            implements CourierLine {
        @JsonProperty
        String measured() {
            return "throughput";
        }
    }

    /**
     * How long messages took to one provider.
     *
     * @param otherProvider what another provider does meanwhile: {@code hangs}, or {@code idle}
     * @param perSecond how many were decided a second
     */
    @JsonPropertyOrder({"measured", "other_provider", "store", "messages", "per_s", "median_ms", "p99_ms", "run"})
    record Delay(
            @JsonProperty("other_provider") String otherProvider,
            String store,
            int messages,
            @JsonProperty("per_s") int perSecond,
            @JsonProperty("median_ms") double medianMillis,
            @JsonProperty("p99_ms") double p99Millis,
            int run,
            String jvm,
            int cores)
            implements CourierLine {
        @JsonProperty
        String measured() {
            return "delay";
        }
    }

    /** Who calls the provider. */
    enum By {
        /** The connector alone. */
        CONNECTOR,
        /** The courier, with a durable ledger, receipts and everything. */
        COURIER
    }
}
