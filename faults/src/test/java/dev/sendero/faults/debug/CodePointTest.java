package dev.sendero.faults.debug;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CodePointTest {

    @Test
    void a_place_that_is_not_there_any_more_is_named_before_anything_starts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodePoint("dev.sendero.courier.Gone", "carryOut", 2))
                .withMessageContaining("dev.sendero.courier.Gone is not there any more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodePoint("dev.sendero.courier.Caller", "carryOut", 7))
                .withMessageContaining("0 methods dev.sendero.courier.Caller.carryOut with 7 parameters");
    }
}
