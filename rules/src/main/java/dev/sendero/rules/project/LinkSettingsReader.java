package dev.sendero.rules.project;

import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlScalar;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads {@code links} of {@code sendero.yaml}. */
final class LinkSettingsReader {

    private final ValueReader values;

    LinkSettingsReader(ValueReader values) {
        this.values = values;
    }

    LinkSettings read(YamlMapping mapping) {
        var reader = new MappingReader(mapping, values);
        reader.require("'links'", "address");
        Optional<URI> address = reader.scalar("address").flatMap(this::address);
        String keyVariable = reader.scalar("key_env").map(YamlScalar::text).orElse("");
        reader.refuseOthers("'links'");
        return new LinkSettings(address, keyVariable);
    }

    private Optional<URI> address(YamlScalar written) {
        Optional<URI> address = parsed(written.text()).filter(LinkSettingsReader::isPublic);
        if (address.isEmpty()) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            written.place(),
                            "'" + written.text() + "' is no address at which customers reach the gateway",
                            "write one such as https://mail.example.com, without a path");
        }
        return address;
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** RFC 8058 asks for {@code https}; {@code http} is for who tries it on one machine. */
    private static boolean isPublic(URI address) {
        boolean bare = Optional.ofNullable(address.getRawPath()).orElse("").matches("/?")
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
        return bare
                && address.getHost() != null
                && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    }
}
