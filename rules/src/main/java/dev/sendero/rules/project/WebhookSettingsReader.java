package dev.sendero.rules.project;

import dev.sendero.api.connector.AddressRange;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Reads {@code webhook: {secret_env, allow}}. */
final class WebhookSettingsReader {

    private final ValueReader values;

    WebhookSettingsReader(ValueReader values) {
        this.values = values;
    }

    ChannelSettings.Webhook read(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        SecretKeys.refuse(mapping, reader, "secret", "WEBHOOK_SECRET");
        reader.require("'channels.webhook'", "secret_env");
        String secret = reader.scalar("secret_env").map(YamlScalar::text).orElse("");
        List<AddressRange> allowed = reader.list("allow").orElse(List.of()).stream()
                .flatMap(node -> range(node).stream())
                .toList();
        reader.refuseOthers("'channels.webhook'");
        return new ChannelSettings.Webhook(secret, allowed);
    }

    private Optional<AddressRange> range(YamlNode node) {
        Optional<YamlScalar> text = values.scalar(node, "an entry of 'allow'");
        Optional<AddressRange> range = text.flatMap(cidr -> AddressRange.parse(cidr.text()));
        if (text.isPresent() && range.isEmpty()) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            node.place(),
                            "'" + text.get().text() + "' is no range of addresses",
                            "write one with its length, such as 10.0.0.0/8, or 127.0.0.1/32 for one address");
        }
        return range;
    }
}
