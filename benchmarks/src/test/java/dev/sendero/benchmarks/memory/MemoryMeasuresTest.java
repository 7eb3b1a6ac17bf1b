package dev.sendero.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.engine.StateBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryMeasuresTest {

    private static final int CUSTOMERS = 300;

    @TempDir
    private Path folder;

    @Test
    void everybody_who_left_a_cart_or_waits_is_kept() throws Exception {
        assertThat(liveAmong(PopulationName.ONE_PARTIAL)).isEqualTo(CUSTOMERS);
        assertThat(liveAmong(PopulationName.ONE_CAPTURE)).isEqualTo(CUSTOMERS);
        assertThat(liveAmong(PopulationName.WAITING)).isEqualTo(CUSTOMERS);
    }

    @Test
    void what_the_job_keeps_is_found_in_its_checkpoint_and_its_savepoint() throws Exception {
        BytesFound found = BytesMeasure.take(setup(PopulationName.ONE_CAPTURE, StateBackend.ROCKSDB), folder);

        assertThat(found.live()).isEqualTo(CUSTOMERS);
        assertThat(found.savepointBytes()).isGreaterThan(found.coreBytes());
        assertThat(found.checkpointBytes()).isPositive();
    }

    @Test
    void deadlines_of_one_minute_fire_and_no_others() throws Exception {
        DeadlinesFound found = DeadlinesMeasure.take(setup(PopulationName.WAITING, StateBackend.HASHMAP), folder);

        assertThat(found.fired()).isEqualTo(CUSTOMERS / 3);
        assertThat(found.decisions()).isGreaterThan(found.fired());
        assertThat(found.checkpointBytes()).isPositive();
        assertThat(found.checkpointsFailed()).isZero();
    }

    private static long liveAmong(PopulationName population) throws Exception {
        return CustomersByCore.of(setup(population, StateBackend.HASHMAP).people())
                .live();
    }

    private static MemorySetup setup(PopulationName population, StateBackend backend) {
        return new MemorySetup(population, backend, CUSTOMERS, 1, 64, 5, CUSTOMERS / 3, 42);
    }
}
