package dev.sendero.rules.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapturedUseTest {

    private static final Map<String, Object> SECOND =
            Map.of("name", "Product Added", "timestamp", "10:00", "properties", Map.of("price", 3L, "id", "a"));
    private static final Map<String, Object> FIRST =
            Map.of("name", "Product Added", "timestamp", "09:00", "properties", Map.of("price", 4L, "id", "b"));

    @Test
    void an_event_is_trimmed_to_what_is_looked_at() {
        var use = new CapturedUse(true, false, true, false, Fields.of("price", "colour"));

        assertThat(use.trim(SECOND)).isEqualTo(Map.of("timestamp", "10:00", "properties", Map.of("price", 3L)));
        assertThat(use.trim(use.trim(SECOND))).isEqualTo(use.trim(SECOND));
    }

    @Test
    void all_events_of_an_item_are_trimmed_alike() {
        var repeated = Map.of("properties", Map.of("price", 3L, "id", "a"), "all", List.of(FIRST, SECOND));

        assertThat(new CapturedUse(true, false, false, true, Fields.of("price")).trim(repeated))
                .isEqualTo(Map.of(
                        "properties",
                        Map.of("price", 3L),
                        "all",
                        List.of(Map.of("properties", Map.of("price", 4L)), Map.of("properties", Map.of("price", 3L)))));
        assertThat(CapturedUse.ofProperties(Fields.of("price")).trim(repeated)).doesNotContainKey("all");
    }

    @Test
    void what_is_used_whole_stays_whole_and_what_is_not_used_goes() {
        assertThat(CapturedUse.ALL.trim(SECOND)).isEqualTo(SECOND);
        assertThat(CapturedUse.NONE.trim(SECOND)).isEmpty();
        assertThat(CapturedUse.PRESENCE.trim(SECOND)).isEqualTo(Map.of("properties", Map.of()));
    }

    @Test
    void fields_of_several_looks_add_up() {
        assertThat(Fields.of("a").and(Fields.of("b"))).isEqualTo(Fields.of("b", "a"));
        assertThat(Fields.of("a").and(Fields.NONE)).isEqualTo(Fields.of("a"));
        assertThat(Fields.of("a").and(Fields.ALL)).isEqualTo(Fields.ALL);
        assertThat(Fields.ALL.trim(Map.of("a", 1L))).isEqualTo(Map.of("a", 1L));
        assertThat(Fields.of("b").trim(Map.of("a", 1L, "b", 2L))).isEqualTo(Map.of("b", 2L));
        assertThat(Fields.NONE.isNone()).isTrue();
    }
}
