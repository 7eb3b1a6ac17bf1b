package dev.sendero.engine.outbox;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.journey.DrainedShare;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Outbound;
import dev.sendero.engine.binary.BinaryType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A Kafka record to be: key and value as they will be written. Neither array is changed by anybody.
 *
 * @param key what must stay in order
 */
@SuppressWarnings("ArrayRecordComponent") // Kafka takes bytes as they are, and equality is by content, below.
public record OutboxRecord(byte[] key, byte[] value) {

    public static final TypeInformation<OutboxRecord> TYPE =
            new BinaryType<>(OutboxRecord.class, OutboxRecordSerializer.INSTANCE);

    /** Keyed by its customer. */
    public static OutboxRecord of(Outbound outbound) {
        return new OutboxRecord(bytes(outbound.customer().value()), WireJson.write(outbound));
    }

    /** Keyed by its customer, or by its journey when it speaks of no customer. */
    public static OutboxRecord of(Fact fact) {
        String key = fact.customer().isEmpty() ? fact.journey().value() : fact.customer();
        return new OutboxRecord(bytes(key), WireJson.write(fact));
    }

    public static OutboxRecord of(DrainedShare share) {
        return new OutboxRecord(bytes(share.topicKey()), WireJson.write(share));
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** What it takes in memory and in a checkpoint, without overhead. */
    int size() {
        return key.length + value.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutboxRecord that && Arrays.equals(key, that.key) && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(key) + Arrays.hashCode(value);
    }

    /** Sizes only: the content is personal. */
    @Override
    public String toString() {
        return "OutboxRecord[" + key.length + " + " + value.length + " bytes]";
    }
}
