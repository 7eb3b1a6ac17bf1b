package dev.sendero.benchmarks.reload;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.engine.outbox.OutboxRecord;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Takes down what the job decides. */
final class DecisionCollector extends AbstractStreamOperator<Void>
        implements OneInputStreamOperator<OutboxRecord, Void> {

    private static final long serialVersionUID = 1;

    private final String run;

    DecisionCollector(String run) {
        this.run = run;
    }

    @Override
    public void processElement(StreamRecord<OutboxRecord> element) throws MalformedJson {
        byte[] value = element.getValue().value();
        var text = new String(value, StandardCharsets.ISO_8859_1);
        boolean publication = text.contains("\"type\":\"published\"");
        if (publication || text.contains("\"type\":\"entered\"")) {
            Decisions.of(run).add(WireJson.read(value, Fact.class));
        }
        if (!publication) {
            var checksum = new CRC32C();
            checksum.update(value);
            Decisions.of(run).add(checksum.getValue() << 32 | Integer.toUnsignedLong(text.hashCode()));
        }
    }

    @Override
    public void processWatermark(Watermark mark) {
        if (mark.equals(Watermark.MAX_WATERMARK)) {
            Decisions.of(run).end();
        }
    }
}
