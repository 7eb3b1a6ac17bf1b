package dev.sendero.rules.project;

import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code sms: {twilio: {…}}}. */
final class SmsSettingsReader {

    private static final String TWILIO = "https://api.twilio.com";
    private static final int MOST_PER_SECOND = 1_000;

    /** Twilio, "Understanding Twilio Rate Limits": a long code sends one message a second. */
    private static final int PER_SECOND_OF_A_NUMBER = 1;

    /** A service queues by itself, and has as many numbers as it was given. */
    private static final int PER_SECOND_OF_A_SERVICE = 100;

    /** A number in international form, also behind the name of another service; a short code; or a name. */
    private static final Pattern SENDER =
            Pattern.compile("([a-z]+:)?\\+[1-9][0-9]{6,14}|[0-9]{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");

    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-zA-Z]+");

    private final ValueReader values;

    SmsSettingsReader(ValueReader values) {
        this.values = values;
    }

    Optional<ChannelSettings> read(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        Optional<ChannelSettings> settings = reader.mapping("twilio").map(this::twilio);
        reader.refuseOthers("'channels.sms'");
        return settings;
    }

    private ChannelSettings twilio(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        SecretKeys.refuse(mapping, reader, "token", "TWILIO_TOKEN");
        SecretKeys.refuse(mapping, reader, "api_key_secret", "TWILIO_API_KEY_SECRET");
        reader.require("'twilio'", "account", "token_env");
        if (reader.has("api_key")) {
            reader.require("'twilio'", "api_key_secret_env");
        }
        check(reader, "account", ACCOUNT, "write the account's SID, which begins with AC");
        check(reader, "from", SENDER, "write it in international form, such as +15550100000");
        boolean service = reader.oneOf("'twilio'", List.of("from", "messaging_service"))
                .filter("messaging_service"::equals)
                .isPresent();
        var twilio = new ChannelSettings.Twilio(
                text(reader, "account"),
                text(reader, "token_env"),
                text(reader, "api_key"),
                text(reader, "api_key_secret_env"),
                text(reader, "from"),
                text(reader, "messaging_service"),
                reader.number("per_second", 1, MOST_PER_SECOND)
                        .orElse(service ? PER_SECOND_OF_A_SERVICE : PER_SECOND_OF_A_NUMBER),
                reader.prose("help").map(YamlScalar::text).orElse(""),
                WebAddresses.read(reader, "url", TWILIO));
        reader.refuseOthers("'twilio'");
        return twilio;
    }

    private void check(MappingReader reader, String key, Pattern form, String hint) {
        reader.scalar(key).filter(text -> !form.matcher(text.text()).matches()).ifPresent(text -> values.findings()
                .error(ProblemCode.WRONG_VALUE, text.place(), "'" + key + "' is '" + text.text() + "'", hint));
    }

    private static String text(MappingReader reader, String key) {
        return reader.scalar(key).map(YamlScalar::text).orElse("");
    }
}
