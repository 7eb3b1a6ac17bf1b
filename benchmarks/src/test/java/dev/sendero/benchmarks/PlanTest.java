package dev.sendero.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.benchmarks.contender.Backend;
import dev.sendero.benchmarks.contender.Name;
import dev.sendero.benchmarks.contender.Setup;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final List<Name> ALL = List.of(Name.values());

    @Test
    void contenders_take_turns_and_those_without_rules_come_once() {
        List<Setup> setups = plan(ALL, List.of(), List.of(1, 10)).setups();

        assertThat(setups.stream().filter(setup -> setup.run() == 2).map(PlanTest::text))
                .containsExactly(
                        "flink-no-rules none 0",
                        "kafka-no-rules none 0",
                        "engine hashmap 1",
                        "engine rocksdb 1",
                        "flink-cep hashmap 1",
                        "loop none 1",
                        "kafka-engine hashmap 1",
                        "engine hashmap 10",
                        "engine rocksdb 10",
                        "flink-cep hashmap 10",
                        "loop none 10",
                        "kafka-engine hashmap 10");
        assertThat(setups).hasSize(3 * 12);
    }

    @Test
    void a_backend_that_is_asked_for_is_for_those_that_have_one() {
        assertThat(plan(ALL, List.of(Backend.ROCKSDB), List.of(10)).setups().stream()
                        .filter(setup -> setup.run() == 1)
                        .map(PlanTest::text))
                .contains("flink-cep rocksdb 10", "loop none 10", "engine rocksdb 10")
                .doesNotContain("engine hashmap 10");
    }

    @Test
    void flink_cep_plays_fewer_events_with_fewer_customers_in_proportion() {
        List<Setup> setups =
                plan(List.of(Name.FLINK_CEP), List.of(), List.of(1, 10, 1_000)).setups();

        assertThat(setups.stream().filter(setup -> setup.run() == 1).map(Setup::events))
                .containsExactly(2_000_000L, 300_000L, 3_000L);
        assertThat(setups.stream().filter(setup -> setup.run() == 1).map(Setup::customers))
                .containsExactly(100_000, 15_000, 150);
    }

    @Test
    void who_has_nobody_to_agree_with_is_known() {
        Plan plan = plan(List.of(Name.ENGINE, Name.FLINK_CEP, Name.LOOP), List.of(), List.of(1, 10));

        assertThat(plan.setups().stream()
                        .filter(plan::isAlone)
                        .map(PlanTest::text)
                        .distinct())
                .containsExactly("flink-cep hashmap 10");
    }

    @Test
    void only_who_keeps_traits_plays_with_them() {
        List<Setup> setups =
                new Plan(ALL, List.of(), List.of(10), List.of(0, 50), 2_000_000, 100_000, 1, 42, 10).setups();

        assertThat(setups.stream().filter(setup -> setup.traits() == 50).map(PlanTest::text))
                .containsExactly("engine hashmap 10", "engine rocksdb 10", "kafka-engine hashmap 10");
        assertThat(setups.stream().filter(setup -> setup.traits() == 0)).hasSize(7);
    }

    private static Plan plan(List<Name> contenders, List<Backend> backends, List<Integer> journeys) {
        return new Plan(contenders, backends, journeys, List.of(0), 2_000_000, 100_000, 3, 42, 10);
    }

    private static String text(Setup setup) {
        return setup.contender() + " " + setup.backend() + " " + setup.journeys();
    }
}
