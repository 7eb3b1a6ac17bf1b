package dev.sendero.connectors.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import dev.sendero.api.connector.CallbackAnswer;
import dev.sendero.api.connector.CallbackRequest;
import dev.sendero.api.connector.Report;
import dev.sendero.api.event.ReceiptEvents.Kind;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioCallbacksTest {

    private static final String TOKEN = "token-of-the-account";
    private static final String INBOUND = "https://journeys.example.com/v1/callbacks/twilio";
    private static final String ABOUT_M1 = INBOUND + "?message=m1";
    private static final String NO_REPLY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";

    private final TwilioCallbacks callbacks = new TwilioCallbacks(TOKEN, "Shop <news> & more: shop.example.com");

    @ParameterizedTest
    @CsvSource({"sent, SENT", "delivered, DELIVERED", "read, OPENED"})
    void a_status_is_a_receipt(String status, Kind kind) {
        assertThat(reports(ABOUT_M1, Map.of("MessageSid", "SM1", "MessageStatus", status)))
                .containsExactly(new Report.Receipt(new MessageId("m1"), kind, "", false));
    }

    @ParameterizedTest
    @CsvSource({
        "failed,      21614, BOUNCED, true,  Twilio 21614: not a mobile number",
        "failed,      21610, FAILED,  false, Twilio 21610: the recipient has answered STOP",
        "undelivered, 30006, FAILED,  false, 'Twilio 30006: a landline, or a carrier that cannot be reached'",
        "undelivered,      , FAILED,  false, undelivered",
        "failed,      99999, FAILED,  false, Twilio error 99999"
    })
    void a_failure_says_why_and_whether_the_number_is_dead(
            String status, String code, Kind kind, boolean dead, String reason) {
        assertThat(reports(ABOUT_M1, Map.of("MessageStatus", status, "ErrorCode", code == null ? "" : code)))
                .containsExactly(new Report.Receipt(new MessageId("m1"), kind, reason, dead));
    }

    @ParameterizedTest
    @CsvSource({
        "undelivered, 30001, PT10M, Twilio 30001: too much is queued",
        "undelivered, 30003, PT1H,  Twilio 30003: the handset cannot be reached"
    })
    void what_did_not_arrive_for_now_is_worth_another_try(String status, String code, Duration after, String reason) {
        assertThat(reports(ABOUT_M1, Map.of("MessageSid", "SM1", "MessageStatus", status, "ErrorCode", code)))
                .containsExactly(new Report.Undelivered(new MessageId("m1"), "SM1", reason, after));
    }

    @Test
    void who_has_answered_stop_before_we_listened_is_left_alone_from_now_on() {
        assertThat(reports(ABOUT_M1, Map.of("MessageStatus", "failed", "ErrorCode", "21610", "To", "+15550101234")))
                .endsWith(new Report.OptOut(Channel.SMS, "+15550101234", "answered STOP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "sending", "accepted", "scheduled", "canceled", ""})
    void what_is_no_end_yet_is_no_receipt(String status) {
        assertThat(reports(ABOUT_M1, Map.of("MessageStatus", status))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "\"stop\"",
                "UNSUBSCRIBE",
                "End",
                "quit",
                "STOPALL",
                "revoke",
                "OptOut",
                "cancel!"
            })
    void who_answers_stop_is_left_alone(String text) {
        assertThat(taken(INBOUND, Map.of("From", "+15550101234", "Body", text)))
                .isEqualTo(new CallbackAnswer.Taken(
                        List.of(new Report.OptOut(Channel.SMS, "+15550101234", "answered STOP")),
                        "text/xml; charset=utf-8",
                        NO_REPLY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "yes", "Unstop"})
    void who_answers_start_is_back(String text) {
        assertThat(reports(INBOUND, Map.of("From", "+15550101234", "Body", text)))
                .containsExactly(new Report.OptIn(Channel.SMS, "+15550101234", "answered START"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"don't stop", "stop it", "yes please", "", "Endless", "st op"})
    void other_texts_mean_nothing_here(String text) {
        assertThat(reports(INBOUND, Map.of("From", "+15550101234", "Body", text)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "INFO", "Help?"})
    void who_asks_for_help_is_answered(String text) {
        assertThat(taken(INBOUND, Map.of("From", "+15550101234", "Body", text)).body())
                .contains("<Response><Message>Shop &lt;news&gt; &amp; more: shop.example.com</Message></Response>");
    }

    @Test
    void what_twilio_has_answered_itself_is_not_answered_again() {
        var help = Map.of("From", "+15550101234", "Body", "AYUDA", "OptOutType", "HELP");
        var stop = Map.of("From", "+15550101234", "Body", "BAJA", "OptOutType", "STOP");

        assertThat(taken(INBOUND, help).body()).isEqualTo(NO_REPLY);
        assertThat(reports(INBOUND, stop))
                .containsExactly(new Report.OptOut(Channel.SMS, "+15550101234", "answered STOP"));
    }

    @Test
    void a_call_that_twilio_did_not_sign_counts_for_nothing() {
        var form = Map.of("From", "+15550101234", "Body", "STOP");
        String right = signature(TOKEN, INBOUND, form);

        assertRefused(403, request(INBOUND, bodyOf(form), signature("another token", INBOUND, form)));
        assertRefused(403, request(ABOUT_M1, bodyOf(form), right));
        assertRefused(403, request(INBOUND, bodyOf(Map.of("From", "+15550101235", "Body", "STOP")), right));
        assertRefused(403, request(INBOUND, bodyOf(form), ""));
        assertRefused(403, request(INBOUND, bodyOf(form), right.substring(1)));
        assertRefused(
                403, new CallbackRequest(URI.create(INBOUND), Map.of(), ByteBuffer.wrap(new byte[] {'a', '=', 'b'})));
        assertRefused(400, request(INBOUND, "Body=%zz", right));
    }

    @Test
    void a_signature_over_the_address_with_its_usual_port_is_as_good() {
        var form = Map.of("MessageStatus", "sent");
        String withPort = signature(TOKEN, ABOUT_M1.replace("example.com/", "example.com:443/"), form);

        assertThat(callbacks.read(request(ABOUT_M1, bodyOf(form), withPort))).isInstanceOf(CallbackAnswer.Taken.class);
    }

    @Test
    void the_library_of_twilio_finds_the_same_signatures_right() {
        var form = new TreeMap<>(Map.of("MessageStatus", "sent", "To", "+15550101234", "Body", "ünï ☕ & more"));
        String signature = signature(TOKEN, ABOUT_M1, form);

        assertThat(new RequestValidator(TOKEN).validate(ABOUT_M1, form, signature))
                .isTrue();
        assertThat(callbacks.read(request(ABOUT_M1, bodyOf(form), signature))).isInstanceOf(CallbackAnswer.Taken.class);
    }

    private List<Report> reports(String address, Map<String, String> form) {
        return taken(address, form).reports();
    }

    private CallbackAnswer.Taken taken(String address, Map<String, String> form) {
        return (CallbackAnswer.Taken) callbacks.read(request(address, bodyOf(form), signature(TOKEN, address, form)));
    }

    private void assertRefused(int status, CallbackRequest request) {
        assertThat(callbacks.read(request)).isInstanceOfSatisfying(CallbackAnswer.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
        });
    }

    private static CallbackRequest request(String address, String body, String signature) {
        return new CallbackRequest(
                URI.create(address),
                Map.of("x-twilio-signature", List.of(signature)),
                ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String bodyOf(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String signature(String token, String address, Map<String, String> form) {
        var signed = new StringBuilder(address);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
