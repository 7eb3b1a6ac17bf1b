package dev.sendero.api.connector;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider has sent on its own account.
 *
 * @param address the whole address that it called, as it was given to the provider
 * @param headers by name in lower case
 * @param body as it came, since signatures are over its bytes
 */
public record CallbackRequest(URI address, Map<String, List<String>> headers, ByteBuffer body) {

    /** The body as UTF-8. */
    public String text() {
        return StandardCharsets.UTF_8.decode(body.duplicate()).toString();
    }

    /** The first header of a name, in whatever case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }
}
