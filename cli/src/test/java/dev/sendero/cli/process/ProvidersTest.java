package dev.sendero.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.connector.CallbackReader;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.message.Channel;
import dev.sendero.connectors.slack.SlackConnector;
import dev.sendero.connectors.sms.TwilioConnector;
import dev.sendero.rules.project.ChannelSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    private static final String TWILIO = "https://api.twilio.com";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "TWILIO_TOKEN", "t",
            "TWILIO_SECRET", "s",
            "SLACK_TOKEN", "xoxb",
            "SLACK_VIP_DESK", "https://hooks.slack.com/services/T/B/x",
            "NO_ADDRESS", "opensesame");

    private final ChannelSettings.Twilio byNumber = twilio("", TWILIO);

    private static ChannelSettings.Twilio twilio(String apiKey, String url) {
        return new ChannelSettings.Twilio(
                "AC1", "TWILIO_TOKEN", apiKey, "TWILIO_SECRET", "+15550100000", "", 1, "", url);
    }

    @Test
    void channels_with_settings_have_connectors_and_callbacks() throws EnvironmentProblem {
        Map<Channel, ChannelSettings> channels = Map.of(
                Channel.SMS,
                byNumber,
                Channel.SLACK,
                new ChannelSettings.Slack("", Map.of("#vip-desk", "SLACK_VIP_DESK"), 1, "https://slack.com/api"));

        Map<Channel, Connector> connectors =
                Providers.connectors(channels, ENVIRONMENT, Optional.empty(), InstantSource.system());

        assertThat(connectors.get(Channel.SMS)).isInstanceOf(TwilioConnector.class);
        assertThat(connectors.get(Channel.SLACK)).isInstanceOf(SlackConnector.class);
        assertThat(Providers.callbacks(channels, ENVIRONMENT))
                .extracting(CallbackReader::name)
                .containsExactly("twilio");
    }

    @Test
    void twilio_calls_back_where_it_can_reach_the_gateway() throws EnvironmentProblem {
        assertThat(callbacks(byNumber, "https://journeys.example.com"))
                .isEqualTo("https://journeys.example.com/v1/callbacks/twilio");
        assertThat(callbacks(byNumber, "http://localhost:8080")).isEmpty();
        assertThat(callbacks(twilio("", "http://127.0.0.1:4010"), "http://localhost:8080"))
                .isEqualTo("http://localhost:8080/v1/callbacks/twilio");
    }

    private static String callbacks(ChannelSettings.Twilio twilio, String gateway) throws EnvironmentProblem {
        return TextProviders.settings(twilio, ENVIRONMENT, Optional.of(URI.create(gateway)))
                .callbacks();
    }

    @Test
    void an_api_key_sends_where_there_is_one() throws EnvironmentProblem {
        var settings = TextProviders.settings(twilio("SK1", TWILIO), ENVIRONMENT, Optional.empty());

        assertThat(settings.user()).isEqualTo("SK1");
        assertThat(settings.password()).isEqualTo("s");
    }

    @Test
    void a_secret_that_is_missing_or_no_address_is_named_and_not_told() {
        var none = new ChannelSettings.Slack("ABSENT", Map.of(), 1, "https://slack.com/api");
        var unfit = new ChannelSettings.Slack("", Map.of("#a", "NO_ADDRESS"), 1, "https://slack.com/api");

        assertThatThrownBy(() -> TextProviders.settings(none, ENVIRONMENT)).hasMessageContaining("ABSENT");
        assertThatThrownBy(() -> TextProviders.settings(unfit, ENVIRONMENT))
                .hasMessageContaining("NO_ADDRESS")
                .hasMessageNotContaining("opensesame");
    }
}
