package dev.sendero.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Outcome;
import dev.sendero.connectors.ScriptedProvider.Answer;
import dev.sendero.connectors.ScriptedProvider.Reaction;
import dev.sendero.connectors.ScriptedProvider.Request;
import dev.sendero.connectors.ScriptedProvider.Rudeness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every connector must do whose provider is called by HTTP. */
public abstract class HttpConnectorContract extends ConnectorContract {

    private final List<ScriptedProvider> providers = new ArrayList<>();

    /** A connector that calls this address and waits for {@link #ANSWER_TIMEOUT}. */
    protected abstract Connector connector(URI address);

    /** What the provider answers that behaves so; never asked for a provider that does not answer. */
    protected abstract Answer answer(ProviderBehaviour behaviour);

    @Override
    protected final Connector connectorTo(ProviderBehaviour behaviour) throws IOException {
        Reaction reaction =
                switch (behaviour) {
                    case HANGS_UP -> Rudeness.HANGS_UP;
                    case IS_SILENT -> Rudeness.IS_SILENT;
                    default -> answer(behaviour);
                };
        return connector(provider(request -> reaction).address());
    }

    @Override
    protected final Connector connectorToNobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return connector(URI.create("http://127.0.0.1:" + socket.getLocalPort()));
        }
    }

    /** One that is closed after the test. */
    protected final ScriptedProvider provider(Function<Request, Reaction> script) throws IOException {
        var provider = new ScriptedProvider(script);
        providers.add(provider);
        return provider;
    }

    @Override
    @AfterEach
    protected final void stopProviders() {
        providers.forEach(ScriptedProvider::close);
    }

    @Test
    void a_provider_that_says_how_long_to_wait_is_obeyed() throws Exception {
        Answer busy = answer(ProviderBehaviour.IS_BUSY).with("Retry-After", "37");

        try (Connector connector = connector(provider(request -> busy).address())) {
            assertThat(connector.send(delivery("m1"))).isInstanceOfSatisfying(Outcome.Retryable.class, retryable -> {
                assertThat(retryable.retryAfter()).isEqualTo(Duration.ofSeconds(37));
            });
        }
    }

    /** The request was read; whether it was carried out before something broke, nobody knows. */
    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void a_provider_that_breaks_leaves_it_in_doubt(int status) throws Exception {
        ScriptedProvider provider = provider(request -> Answer.of(status, "<html>broken</html>"));

        try (Connector connector = connector(provider.address())) {
            assertThat(connector.send(delivery("m1"))).isInstanceOf(Outcome.Ambiguous.class);
        }
    }

    @Test
    void one_attempt_is_one_request() throws Exception {
        for (Reaction reaction : List.of(Rudeness.HANGS_UP, Answer.of(500, "{}"), answer(ProviderBehaviour.IS_BUSY))) {
            ScriptedProvider provider = provider(request -> reaction);
            try (Connector connector = connector(provider.address())) {
                connector.send(delivery("m1"));
            }

            assertThat(provider.requests()).hasSize(1);
        }
    }
}
