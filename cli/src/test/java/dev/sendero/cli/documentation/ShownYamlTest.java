package dev.sendero.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.rules.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownYamlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trigger:\n  segment: { entered: vips }",
                "- delay: { untl: \"09:00\" }",
                "frequency_caps:\n  - { at_most: 3 }",
                "derive:\n  Product Ordered: { of: Order Completed }",
                "traits:\n  orders: { cnt: Order Completed }",
                "events:\n  - { at: \"10:00\", event: Product Added }\nexpect:\n  - { at: \"10:00\", email: remindr }",
            })
    void a_part_that_does_not_work_is_found(String shown) {
        assertThat(ShownYaml.of(shown + "\n").problems()).isNotEmpty();
    }

    @Test
    void a_journey_is_read_under_its_own_name() {
        assertThat(ShownYaml.of("journey: other # shown\ntrigger: { event: A }\n")
                        .problems())
                .isEmpty();
        assertThat(ShownYaml.of("journey: other\nsteps:\n  - start: nobody\n").problems())
                .extracting(problem -> problem.code())
                .containsExactly(ProblemCode.UNKNOWN_JOURNEY);
    }

    @Test
    void what_belongs_nowhere_is_refused() {
        assertThatThrownBy(() -> ShownYaml.of("trigger: { event: A }\nutm: false\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[trigger, utm]");
    }
}
