package dev.sendero.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import dev.sendero.api.connector.AddressRange;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.HttpConnectorContract;
import dev.sendero.connectors.ProviderBehaviour;
import dev.sendero.connectors.ScriptedProvider;
import dev.sendero.connectors.ScriptedProvider.Answer;
import dev.sendero.connectors.ScriptedProvider.Request;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookConnectorTest extends HttpConnectorContract {

    private static final String SECRET = "whsec_c2VjcmV0LW9mLXR3ZW50eS1mb3VyLWJ5dGVzLW9yLW1vcmU=";
    private static final String OTHER_SECRET = "whsec_YW5vdGhlci1vZi10d2VudHktZm91ci1ieXRlcy1vci1tb3Jl";
    private static final String BODY = "{\"customer\":\"ada\"}";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private URI called = URI.create("http://127.0.0.1:1");

    @Override
    protected Connector connector(URI address) {
        called = address.resolve("/hooks/in");
        return connector(NameResolver.SYSTEM, "127.0.0.1/32");
    }

    @Override
    protected Answer answer(ProviderBehaviour behaviour) {
        return switch (behaviour) {
            case IS_BUSY -> Answer.of(503, "");
            case REFUSES, KNOWS_NO_SUCH_RECIPIENT -> Answer.of(410, "");
            case REFUSES_CREDENTIALS -> Answer.of(401, "");
            default -> Answer.of(204, "");
        };
    }

    @Override
    protected Rendered content() {
        return new Rendered.Webhook(called.toString(), BODY, Map.of());
    }

    @Override
    protected List<String> secrets() {
        return List.of(SECRET);
    }

    /** Of a target is remembered for a while that it is gone. */
    @Override
    protected boolean addressesDie() {
        return false;
    }

    @Test
    void a_receiver_can_verify_who_calls_and_what_and_when() throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(200, "{}"));
        Connector connector = connector(receiver.address());

        connector.send(delivery("msg-1"));

        Request request = receiver.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/hooks/in");
        assertThat(request.body()).isEqualTo(BODY);
        assertThat(request.headers()).containsEntry("webhook-id", "msg-1");
        assertThat(request.headers()).containsEntry("host", called.getAuthority());
        Map<String, List<String>> headers = listed(request);
        assertThatCode(() -> new Webhook(SECRET).verify(request.body(), headers))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(OTHER_SECRET).verify(request.body(), headers))
                .hasMessageContaining("signature");
    }

    @Test
    void a_repeat_has_the_same_id_and_the_time_of_its_own() throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(500, ""));
        Connector connector = connector(receiver.address());

        connector.send(delivery("msg-1"));
        now.updateAndGet(before -> before.plusSeconds(60));
        connector.send(delivery("msg-1"));

        assertThat(receiver.requests())
                .extracting(request -> request.headers().get("webhook-id"))
                .containsExactly("msg-1", "msg-1");
        assertThat(receiver.requests())
                .extracting(request -> request.headers().get("webhook-timestamp"))
                .doesNotHaveDuplicates();
    }

    @Test
    void while_one_secret_replaces_another_both_sign() throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(200, ""));
        var settings = WebhookSettings.of(SECRET + " " + OTHER_SECRET, List.of(range("127.0.0.1/32")));
        var connector = new WebhookConnector(settings, InstantSource.system());

        connector.send(delivery("m1", new Rendered.Webhook(receiver.address().toString(), BODY, Map.of())));

        Map<String, List<String>> headers = listed(receiver.requests().get(0));
        for (String secret : List.of(SECRET, OTHER_SECRET)) {
            assertThatCode(() -> new Webhook(secret).verify(BODY, headers)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void redirects_are_not_followed(int status) throws Exception {
        ScriptedProvider elsewhere = provider(request -> Answer.of(200, ""));
        ScriptedProvider receiver = provider(request ->
                Answer.of(status, "").with("Location", elsewhere.address().toString()));

        assertThat(connector(receiver.address()).send(delivery("m1"))).isInstanceOf(Outcome.Retryable.class);
        assertThat(elsewhere.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 408, 422, 429})
    void what_else_a_receiver_refuses_is_tried_again(int status) throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(status, ""));

        assertThat(connector(receiver.address()).send(delivery("m1"))).isInstanceOf(Outcome.Retryable.class);
    }

    @Test
    void a_receiver_that_is_gone_is_called_again_only_after_a_day() throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(410, ""));
        Connector connector = connector(receiver.address());
        connector.send(delivery("m1"));

        var aboutOther = new Rendered.Webhook(called + "?id=bob", BODY, Map.of());
        assertThat(connector.send(delivery("m2", aboutOther))).isInstanceOf(Outcome.Permanent.class);
        assertThat(receiver.requests()).hasSize(1);

        now.updateAndGet(before -> before.plus(Duration.ofHours(24)));
        connector.send(delivery("m3"));
        assertThat(receiver.requests()).hasSize(2);
    }

    @Test
    void a_receiver_that_hangs_leaves_room_for_the_others() throws Exception {
        ScriptedProvider silent = provider(request -> ScriptedProvider.Rudeness.IS_SILENT);
        ScriptedProvider working = provider(request -> Answer.of(200, ""));
        called = silent.address();
        var patient = WebhookSettings.of(SECRET, List.of(range("127.0.0.1/32")))
                .withTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30));
        var connector = new WebhookConnector(patient, InstantSource.system());
        ExecutorService threads = Executors.newFixedThreadPool(32);

        for (int number = 0; number < 100; number++) {
            Rendered toSilent = content();
            threads.execute(() -> connector.send(delivery("silent", toSilent)));
        }
        var others = new ArrayList<Future<Outcome>>();
        for (int number = 0; number < 40; number++) {
            var toWorking = new Rendered.Webhook(working.address().toString(), BODY, Map.of());
            others.add(threads.submit(() -> connector.send(delivery("working", toWorking))));
        }

        for (Future<Outcome> other : others) {
            assertThat(other.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(silent.connections()).as("a third of 24").isLessThanOrEqualTo(8);
        threads.shutdownNow();
    }

    @Test
    void a_receiver_that_fails_again_and_again_is_left_alone_for_a_while() throws Exception {
        ScriptedProvider failing = provider(request -> Answer.of(500, ""));
        Connector connector = connector(failing.address());
        for (int number = 0; number < 10; number++) {
            assertThat(connector.send(delivery("m" + number))).isInstanceOf(Outcome.Ambiguous.class);
        }

        assertThat(connector.send(delivery("m10")))
                .isInstanceOfSatisfying(Outcome.Postponed.class, postponed -> assertThat(postponed.howLong())
                        .isEqualTo(Duration.ofSeconds(5)));
        assertThat(failing.requests()).hasSize(10);
    }

    @Test
    void a_receiver_that_refuses_does_work() throws Exception {
        ScriptedProvider refusing = provider(request -> Answer.of(404, ""));
        Connector connector = connector(refusing.address());
        for (int number = 0; number < 15; number++) {
            connector.send(delivery("m" + number));
        }

        assertThat(refusing.requests()).hasSize(15);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:PORT/",
        "http://localhost:PORT/",
        "http://2130706433:PORT/",
        "http://127.1:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/",
        "http://[::1]:PORT/",
        "http://0.0.0.0:PORT/",
        "http://169.254.169.254/latest/meta-data",
        "http://[64:ff9b::7f00:1]:PORT/"
    })
    void this_machine_and_its_network_are_not_called(String url) throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(200, ""));
        Connector connector = connector(NameResolver.SYSTEM);
        String real = url.replace("PORT", Integer.toString(receiver.address().getPort()));

        assertThat(connector.send(delivery("m1", new Rendered.Webhook(real, BODY, Map.of()))))
                .isInstanceOf(Outcome.Permanent.class);
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void a_name_is_refused_where_only_one_of_its_addresses_is_private() throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(200, ""));
        Connector connector =
                connector(host -> List.of(address("203.0.113.1"), address("127.0.0.1")), "203.0.113.0/24");

        assertThat(connector.send(delivery("m1", named(receiver)))).isInstanceOf(Outcome.Permanent.class);
        assertThat(receiver.requests()).isEmpty();
    }

    /** The name is asked for once; a second answer, which would lead elsewhere, is never heard. */
    @Test
    void a_name_that_changes_its_address_leads_where_was_looked() throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(200, ""));
        var answers = new ArrayDeque<>(List.of("127.0.0.1", "169.254.169.254"));
        Connector connector = connector(host -> List.of(address(answers.remove())), "127.0.0.1/32");

        assertThat(connector.send(delivery("m1", named(receiver)))).isInstanceOf(Outcome.Accepted.class);
        assertThat(receiver.requests().get(0).headers())
                .containsEntry("host", "hooks.example.com:" + receiver.address().getPort());
        assertThat(connector.send(delivery("m2", named(receiver)))).isInstanceOf(Outcome.Permanent.class);
        assertThat(answers).isEmpty();
    }

    @Test
    void a_name_without_an_address_is_looked_up_again_later() {
        Connector connector = connector(host -> {
            throw new UnknownHostException(host);
        });

        assertThat(connector.send(delivery("m1", new Rendered.Webhook("http://nobody.example/", BODY, Map.of()))))
                .isInstanceOf(Outcome.Retryable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Host, elsewhere.example",
        "content-length, 3",
        "Transfer-Encoding, chunked",
        "webhook-signature, 'v1,abc'",
        "X Y, z",
        "X-Y, 'a\u0001b'"
    })
    void headers_that_change_the_request_are_never_sent(String name, String value) throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(200, ""));
        Connector connector = connector(receiver.address());

        var content = new Rendered.Webhook(called.toString(), BODY, Map.of(name, value));
        assertThat(connector.send(delivery("m1", content))).isInstanceOf(Outcome.Permanent.class);
        assertThat(receiver.connections()).isZero();
    }

    @Test
    void headers_of_the_journey_are_sent() throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(200, ""));
        Connector connector = connector(receiver.address());

        connector.send(delivery("m1", new Rendered.Webhook(called.toString(), BODY, Map.of("X-Shop", "lamps"))));

        assertThat(receiver.requests().get(0).headers()).containsEntry("x-shop", "lamps");
    }

    @Test
    void an_answer_without_end_is_not_read_to_the_end() throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(200, "x".repeat(5_000_000)));

        assertThat(connector(receiver.address()).send(delivery("m1"))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_head_without_end_is_no_answer() throws Exception {
        ScriptedProvider receiver = provider(request -> Answer.of(200, "").with("X", "x".repeat(100_000)));

        assertThat(connector(receiver.address()).send(delivery("m1"))).isInstanceOf(Outcome.Ambiguous.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "whsec_", "whsec_c2hvcnQ=", "c2VjcmV0LW9mLXR3ZW50eS1mb3VyLWJ5dGVzLW9yLW1vcmU=", "whsec_%"})
    void a_secret_that_the_standard_does_not_allow_is_refused_and_not_told(String secret) {
        assertThatThrownBy(() -> WebhookSettings.of(secret, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("webhook secret: cannot be used (expected: whsec_ and base64 of 24 to 64 bytes)");
    }

    private Connector connector(NameResolver resolver, String... allowed) {
        WebhookSettings settings = WebhookSettings.of(
                        SECRET,
                        List.of(allowed).stream()
                                .map(WebhookConnectorTest::range)
                                .toList())
                .withTimeouts(ANSWER_TIMEOUT, ANSWER_TIMEOUT);
        return new WebhookConnector(settings, now::get, resolver, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static Rendered.Webhook named(ScriptedProvider receiver) {
        return new Rendered.Webhook(
                "http://hooks.example.com:" + receiver.address().getPort() + "/", BODY, Map.of());
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    private static AddressRange range(String cidr) {
        return AddressRange.parse(cidr).orElseThrow();
    }

    private static Map<String, List<String>> listed(Request request) {
        return request.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    }
}
