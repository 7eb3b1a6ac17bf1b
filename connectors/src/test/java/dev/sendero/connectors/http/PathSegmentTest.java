package dev.sendero.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathSegmentTest {

    @ParameterizedTest
    @CsvSource({"ada, ada", "a b+c*, a%20b%2Bc%2A", "a/b?c#d, a%2Fb%3Fc%23d", "ü, %C3%BC", ".., %2E%2E", "a..b, a..b"})
    void whatever_is_in_it_stays_within_its_slashes(String text, String segment) {
        assertThat(PathSegment.of(text)).isEqualTo(segment);
    }
}
