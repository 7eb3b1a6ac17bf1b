package dev.sendero.rules.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

    private static final List<String> EVENTS = List.of("Product Added", "Product Viewed", "Order Completed");

    @Test
    void a_near_word_is_suggested() {
        assertThat(DidYouMean.hint("Ordr Completed", EVENTS)).isEqualTo("did you mean 'Order Completed'?");
        assertThat(DidYouMean.hint("product added", EVENTS)).isEqualTo("did you mean 'Product Added'?");
    }

    @Test
    void without_a_near_word_the_few_known_ones_are_listed() {
        assertThat(DidYouMean.hint("Refund", EVENTS))
                .isEqualTo("expected one of: Order Completed, Product Added, Product Viewed");
    }

    @Test
    void nothing_is_said_when_nothing_is_known() {
        assertThat(DidYouMean.hint("x", List.of())).isEmpty();
        assertThat(DidYouMean.hint("x".repeat(1_000_000), EVENTS)).startsWith("expected one of");
    }
}
