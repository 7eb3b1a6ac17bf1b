package dev.sendero.courier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.message.Content;
import org.junit.jupiter.api.Test;

class ContentCacheTest {

    private static final Content FIRST = new Content.Sms("", "first");
    private static final Content SECOND = new Content.Sms("", "second");
    private static final Content THIRD = new Content.Sms("", "third");

    private final ContentCache cache = new ContentCache(20);

    @Test
    void the_content_that_was_used_least_recently_makes_room() {
        put(FIRST, SECOND);
        cache.find(FIRST.id());

        put(THIRD);

        assertThat(cache.find(FIRST.id())).contains(FIRST);
        assertThat(cache.find(THIRD.id())).contains(THIRD);
        assertThat(cache.find(SECOND.id())).isEmpty();
    }

    @Test
    void what_is_asked_for_after_it_was_evicted_is_missed_until_it_is_back() {
        put(FIRST, SECOND, THIRD);
        assertThat(cache.misses()).isFalse();

        cache.find(FIRST.id());
        assertThat(cache.misses()).isTrue();
        assertThat(cache.isWanted(FIRST.id())).isTrue();

        put(FIRST);
        assertThat(cache.misses()).isFalse();
        assertThat(cache.find(FIRST.id())).contains(FIRST);
    }

    @Test
    void what_was_never_published_is_no_reason_to_read_again() {
        put(FIRST);

        cache.find(SECOND.id());

        assertThat(cache.misses()).isFalse();
    }

    @Test
    void a_content_larger_than_the_cache_is_kept_alone() {
        cache.put(FIRST.id(), FIRST, 1_000);

        assertThat(cache.find(FIRST.id())).contains(FIRST);
    }

    private void put(Content... contents) {
        for (Content content : contents) {
            cache.put(content.id(), content, 10);
        }
    }
}
