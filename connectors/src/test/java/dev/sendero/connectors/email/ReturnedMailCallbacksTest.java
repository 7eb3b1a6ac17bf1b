package dev.sendero.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.connector.CallbackAnswer;
import dev.sendero.api.connector.CallbackRequest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnedMailCallbacksTest {

    private static final byte[] BOUNCE = Reports.delivery(Reports.DEAD);

    private final ReturnedMailCallbacks callbacks = new ReturnedMailCallbacks("opensesame");

    @Test
    void who_knows_the_secret_may_report() {
        assertThat(read(Map.of("authorization", List.of("Bearer opensesame")), BOUNCE))
                .isInstanceOfSatisfying(CallbackAnswer.Taken.class, taken -> assertThat(taken.reports())
                        .hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer open", "opensesame", "Basic opensesame"})
    void who_does_not_may_not(String authorization) {
        assertThat(read(Map.of("authorization", List.of(authorization)), BOUNCE))
                .isInstanceOfSatisfying(CallbackAnswer.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(401);
                    assertThat(refused.reason()).doesNotContain("opensesame");
                });
        assertThat(read(Map.of(), BOUNCE)).isInstanceOf(CallbackAnswer.Refused.class);
    }

    @Test
    void mail_that_is_no_report_is_taken_so_that_nobody_sends_it_again() {
        assertThat(read(
                        Map.of("authorization", List.of("Bearer opensesame")),
                        "Subject: hi\r\n\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new CallbackAnswer.Taken(List.of(), "text/plain; charset=utf-8", ""));
    }

    @Test
    void without_a_secret_there_are_no_callbacks() {
        assertThatThrownBy(() -> new ReturnedMailCallbacks(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    private CallbackAnswer read(Map<String, List<String>> headers, byte[] body) {
        return callbacks.read(new CallbackRequest(
                URI.create("https://shop.example.com/v1/callbacks/email"), headers, ByteBuffer.wrap(body)));
    }
}
