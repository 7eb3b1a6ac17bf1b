package dev.sendero.engine.cep.host;

import dev.sendero.engine.cep.ProfiledEvent;
import dev.sendero.engine.cep.ProfiledEventSerializer;
import java.io.IOException;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.NFAStateSerializer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * What Flink CEP remembers of the customer at hand: loaded from bytes before Flink CEP works on it and written to bytes
 * afterwards, in the place of a state backend. A buffer is costly to make and begins a thread to log statistics, so
 * there is one, and its thread ends at once.
 */
final class CepMemory {

    /** What the bytes begin with. */
    private static final byte FORMAT = 1;

    private static final int FIRST_BYTES = 512;

    private final MemoryStateStore store = new MemoryStateStore();
    private final SharedBuffer<ProfiledEvent> buffer = new SharedBuffer<>(store, ProfiledEventSerializer.INSTANCE);
    private final NFAStateSerializer states = new NFAStateSerializer();
    private final DataOutputSerializer output = new DataOutputSerializer(FIRST_BYTES);

    CepMemory() {
        buffer.releaseCacheStatisticsTimer();
    }

    /** To be closed before {@link #content}. */
    SharedBufferAccessor<ProfiledEvent> accessor() {
        return buffer.getAccessor();
    }

    /**
     * @param content empty for a customer of whom nothing is remembered
     * @throws IOException when the bytes are not of the format that is known here
     */
    NFAState load(byte[] content, NFA<ProfiledEvent> machine) throws IOException {
        if (content.length == 0) {
            store.maps().forEach(MemoryMapState::clear);
            return machine.createInitialNFAState();
        }
        var input = new DataInputDeserializer(content);
        byte format = input.readByte();
        if (format != FORMAT) {
            throw new IOException("format of a state of Flink CEP: " + format + " (expected: " + FORMAT + ")");
        }
        NFAState state = states.deserialize(input);
        for (MemoryMapState<?, ?> map : store.maps()) {
            map.readFrom(input);
        }
        return state;
    }

    byte[] content(NFAState state) throws IOException {
        output.clear();
        output.writeByte(FORMAT);
        states.serialize(state, output);
        for (MemoryMapState<?, ?> map : store.maps()) {
            map.writeTo(output);
        }
        return output.getCopyOfBuffer();
    }
}
