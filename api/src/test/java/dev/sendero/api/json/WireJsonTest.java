package dev.sendero.api.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.message.Message;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "{\"to\": ada@example.com}",
                "{\"at\": \"ada@example.com\"}",
                "{\"channel\": \"ada@example.com\"}",
                "{\"ada@example.com\": 1, \"ada@example.com\": 2}"
            })
    void what_is_no_record_is_not_quoted(String json) {
        assertThatThrownBy(() -> WireJson.read(json.getBytes(StandardCharsets.UTF_8), Message.class))
                .isInstanceOf(MalformedJson.class)
                .hasMessageStartingWith("Message: ")
                .hasNoCause()
                .message()
                .doesNotContain("ada");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "null")
    void nothing_is_no_record(@Nullable String json) {
        byte @Nullable [] bytes = json == null ? null : json.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> WireJson.read(bytes, Message.class))
                .isInstanceOf(MalformedJson.class)
                .hasMessage("Message: nothing");
    }
}
