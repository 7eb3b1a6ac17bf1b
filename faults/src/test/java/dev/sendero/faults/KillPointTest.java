package dev.sendero.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KillPointTest {

    /** To load them is to look for their classes and methods. */
    @Test
    void every_kill_point_is_a_place_of_the_program_or_of_a_provider() {
        assertThat(KillPoint.values())
                .filteredOn(point -> point.place(new Random(1)).isEmpty())
                .containsExactly(KillPoint.UNANSWERED);
    }
}
