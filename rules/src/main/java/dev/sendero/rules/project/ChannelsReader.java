package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code channels: {email: {smtp: {host, port, from, user_env, password_env, starttls}}}}. */
final class ChannelsReader {

    private static final int SUBMISSION_PORT = 587;
    private static final int MAX_PORT = 65_535;

    private final ValueReader values;

    ChannelsReader(ValueReader values) {
        this.values = values;
    }

    Map<Channel, ChannelSettings> read(YamlMapping mapping) {
        var channels = new EnumMap<Channel, ChannelSettings>(Channel.class);
        var reader = new MappingReader(mapping, values);
        reader.mapping("email").ifPresent(email -> {
            var provider = new MappingReader(email, values);
            provider.mapping("smtp").ifPresent(smtp -> channels.put(Channel.EMAIL, smtp(smtp)));
            provider.refuseOthers("'channels.email'");
        });
        reader.notYet("sms", "slack", "webhook", "push", "crm");
        reader.refuseOthers("'channels'");
        return Map.copyOf(channels);
    }

    private ChannelSettings smtp(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        refuseSecrets(mapping, reader);
        reader.require("'smtp'", "host");
        var smtp = new ChannelSettings.Smtp(
                text(reader, "host"),
                reader.number("port", 1, MAX_PORT).orElse(SUBMISSION_PORT),
                text(reader, "from"),
                text(reader, "user_env"),
                text(reader, "password_env"),
                reader.flag("starttls").orElse(true));
        reader.refuseOthers("'smtp'");
        return smtp;
    }

    private void refuseSecrets(YamlMapping mapping, MappingReader reader) {
        for (String key : List.of("user", "password")) {
            Optional<YamlMapping.Entry> entry = mapping.entry(key);
            entry.filter(secret -> reader.has(key)).ifPresent(secret -> values.findings()
                    .error(
                            ProblemCode.SECRET,
                            secret.key().place(),
                            "'" + key + "' would stand in a file that is shared",
                            "put it into an environment variable and name that: '" + key + "_env: SMTP_"
                                    + key.toUpperCase(Locale.ROOT) + "'"));
        }
    }

    private static String text(MappingReader reader, String key) {
        return reader.scalar(key).map(YamlScalar::text).orElse("");
    }
}
