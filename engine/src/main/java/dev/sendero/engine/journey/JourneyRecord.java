package dev.sendero.engine.journey;

import dev.sendero.engine.binary.BinaryType;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A change and its place in the topic. Places tell what has been read before: the operator reads the topic to its end
 * by itself and is then sent all of it once more.
 */
public record JourneyRecord(int partition, long offset, JourneyChange change) {

    public static final TypeInformation<JourneyRecord> TYPE =
            new BinaryType<>(JourneyRecord.class, JourneyRecordSerializer.INSTANCE);
}
