package dev.sendero.faults.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.faults.provider.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowTest {

    private static final Row.Count FINE = new Row.Count(50, 0, 0, 0, 0, 0, 0, 0);

    @Test
    void what_arrived_once_keeps_the_promise() {
        assertThat(row(Target.WEBHOOK, FINE, 0).breaches()).isEmpty();
        assertThat(row(Target.SMTP, FINE, 0).breaches()).isEmpty();
    }

    @Test
    void where_repeats_are_recognised_nothing_may_be_lost_missing_or_twice() {
        var count = new Row.Count(50, 1, 2, 3, 3, 0, 0, 0);

        assertThat(row(Target.WEBHOOK, count, 32).breaches()).containsExactly("1 lost", "2 duplicated", "3 missing");
    }

    @Test
    void where_repeats_are_not_recognised_what_was_in_flight_may_be_missing_if_it_is_listed() {
        var listed = new Row.Count(50, 0, 2, 30, 9, 0, 0, 0);
        var unlisted = new Row.Count(50, 0, 2, 30, 9, 1, 0, 0);

        assertThat(row(Target.SMTP, listed, 32).breaches()).isEmpty();
        assertThat(row(Target.SMTP, listed, 28).breaches()).containsExactly("2 in doubt that were not in flight");
        assertThat(row(Target.SMTP, unlisted, 32).breaches()).containsExactly("1 duplicated and not listed");
    }

    @Test
    void the_table_takes_the_seeds_of_a_fault_together_and_shows_what_is_undisturbed_beside_them() {
        var undisturbed =
                new Row(FaultTable.UNDISTURBED, "burst", Target.SMTP, FINE, 0, Optional.of(Duration.ofMillis(2_500)));

        String table =
                new FaultTable(List.of(undisturbed, row(Target.SMTP, FINE, 32), row(Target.SMTP, FINE, 32))).text();

        assertThat(table).containsPattern("kill-after-claim +\\| smtp +\\| +100 .*4\\.0 s \\| +2\\.5 s \\| kept");
    }

    @Test
    void a_table_without_rows_shows_no_promise_kept() {
        assertThat(new FaultTable(List.of()).isPromiseKept()).isFalse();
    }

    private static Row row(Target target, Row.Count count, int mostInDoubt) {
        return new Row("kill-after-claim", "burst", target, count, mostInDoubt, Optional.of(Duration.ofSeconds(4)));
    }
}
