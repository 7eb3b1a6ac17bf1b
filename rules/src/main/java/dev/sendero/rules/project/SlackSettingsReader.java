package dev.sendero.rules.project;

import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code slack: {token_env, webhooks, per_second, url}}. */
final class SlackSettingsReader {

    private static final String SLACK = "https://slack.com/api";
    private static final int MOST_PER_SECOND = 1_000;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final ValueReader values;

    SlackSettingsReader(ValueReader values) {
        this.values = values;
    }

    ChannelSettings read(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        SecretKeys.refuse(mapping, reader, "token", "SLACK_TOKEN");
        var slack = new ChannelSettings.Slack(
                reader.scalar("token_env").map(YamlScalar::text).orElse(""),
                webhooks(reader),
                reader.number("per_second", 1, MOST_PER_SECOND).orElse(1),
                WebAddresses.read(reader, "url", SLACK));
        if (!reader.has("token_env") && !reader.has("webhooks")) {
            values.findings()
                    .error(
                            ProblemCode.MISSING_KEY,
                            mapping.place(),
                            "'channels.slack' has none of token_env, webhooks",
                            "add one of them, or both");
        }
        reader.refuseOthers("'channels.slack'");
        return slack;
    }

    private Map<String, String> webhooks(MappingReader reader) {
        var webhooks = new TreeMap<String, String>();
        reader.mapping("webhooks")
                .ifPresent(mapping -> mapping.entries().forEach(entry -> values.scalar(entry.value(), entry.name())
                        .filter(this::isVariable)
                        .ifPresent(variable -> webhooks.put(entry.name(), variable.text()))));
        return Collections.unmodifiableMap(webhooks);
    }

    /** Whoever knows the address of a webhook may write: it is a secret like a token. */
    private boolean isVariable(YamlScalar text) {
        if (VARIABLE.matcher(text.text()).matches()) {
            return true;
        }
        values.findings()
                .error(
                        ProblemCode.SECRET,
                        text.place(),
                        "the address of a webhook would stand in a file that is shared",
                        "put it into an environment variable, and write that one's name here, such as SLACK_VIP_DESK");
        return false;
    }
}
