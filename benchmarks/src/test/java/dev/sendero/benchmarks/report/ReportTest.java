package dev.sendero.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.benchmarks.contender.Backend;
import dev.sendero.benchmarks.contender.Name;
import dev.sendero.benchmarks.contender.Outcome;
import dev.sendero.benchmarks.contender.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    Path folder;

    @Test
    void a_run_is_a_line_of_json() {
        assertThat(ResultLine.of(result(Name.ENGINE, Backend.ROCKSDB, 10, 123_456.7, 2))
                        .json())
                .isEqualTo(
                        "{\"contender\":\"engine\",\"backend\":\"rocksdb\",\"journeys\":10,\"traits\":0,\"events\":2000000,"
                                + "\"events_per_s\":123457,\"run\":2,\"cores\":2,\"customers\":100000,\"jvm\":\"OpenJDK 17\","
                                + "\"matches\":77,\"seed\":42}");
    }

    @Test
    void the_table_has_median_and_spread_and_the_goals_that_can_be_judged() {
        String table = Tables.of(List.of(
                result(Name.ENGINE, Backend.HASHMAP, 10, 400_000, 1),
                result(Name.ENGINE, Backend.HASHMAP, 10, 500_000, 2),
                result(Name.ENGINE, Backend.HASHMAP, 10, 520_000, 3),
                result(Name.FLINK_CEP, Backend.HASHMAP, 10, 10_000, 1),
                result(Name.LOOP, Backend.NONE, 10, 500_000, 1),
                result(Name.ENGINE, Backend.HASHMAP, 1_000, 250_000, 1)));

        assertThat(table.lines().map(line -> line.strip().replaceAll("[ |]+", " ")))
                .contains(
                        "engine hashmap 10 0 2,000,000 500,000 24 % 3 77",
                        "engine to flink-cep 10 50 >= 60 missed",
                        "engine to loop 10 1.00 >= 0.85 met",
                        "cost of an event to that at 10 1000 2.00 <= 1.50 missed");
    }

    @Test
    void contenders_that_find_the_same_agree() throws Exception {
        var agreement = new Agreement();
        Setup loop = setup(Name.LOOP, Backend.NONE, 10, 1);

        assertThat(agreement.knows(loop)).isFalse();
        assertThat(agreement.compare(loop, said("a", "b"))).isEmpty();
        assertThat(agreement.knows(setup(Name.ENGINE, Backend.HASHMAP, 10, 1))).isTrue();
        assertThat(agreement.compare(setup(Name.ENGINE, Backend.HASHMAP, 10, 1), said("a", "b")))
                .isEmpty();
        assertThat(agreement.knows(setup(Name.ENGINE, Backend.HASHMAP, 100, 1))).isFalse();
    }

    @Test
    void a_disagreement_says_who_found_what() throws Exception {
        var agreement = new Agreement();
        agreement.compare(setup(Name.LOOP, Backend.NONE, 10, 1), said("a", "b", "d", "d"));

        assertThat(agreement.compare(setup(Name.ENGINE, Backend.HASHMAP, 10, 1), said("b", "c", "d")))
                .hasValue("""
                        10 journeys, 2,000,000 events: they do not find the same
                          2 only by loop on none
                            a
                            d
                          1 only by engine on hashmap
                            c
                        """);
    }

    private Path said(String... lines) throws Exception {
        return Files.write(folder.resolve("situations.txt"), List.of(lines));
    }

    private static Result result(Name contender, Backend backend, int journeys, double rate, int run) {
        return new Result(setup(contender, backend, journeys, run), new Outcome(rate, 77, "OpenJDK 17", 2));
    }

    private static Setup setup(Name contender, Backend backend, int journeys, int run) {
        return new Setup(contender, backend, journeys, 0, 2_000_000, 100_000, 42, 10, run);
    }
}
