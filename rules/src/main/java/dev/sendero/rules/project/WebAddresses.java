package dev.sendero.rules.project;

import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads where a provider is, such as {@code https://api.example.com}. */
final class WebAddresses {

    private WebAddresses() {}

    /** @return without a slash at the end; the other text where the file has none, or none that can be called */
    static String read(MappingReader reader, String key, String otherwise) {
        return reader.scalar(key)
                .filter(address -> isFine(address, reader))
                .map(address -> address.text().replaceAll("/+$", ""))
                .orElse(otherwise);
    }

    private static boolean isFine(YamlScalar address, MappingReader reader) {
        if (isWebAddress(address.text())) {
            return true;
        }
        reader.values()
                .findings()
                .error(
                        ProblemCode.WRONG_VALUE,
                        address.place(),
                        "'" + address.text() + "' is no address of a provider",
                        "begin with https://, and write no user, query or fragment");
        return false;
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
