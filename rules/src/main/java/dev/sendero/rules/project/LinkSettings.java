package dev.sendero.rules.project;

import java.net.URI;
import java.util.Optional;

/**
 * Where the links of messages lead. The key with which they are signed is never here: only where it is found.
 *
 * @param address where customers reach the gateway, {@code https} and without a path; empty for this machine only
 * @param keyVariable the environment variable that holds the key, 32 bytes or more as base64; empty for one that is
 *     made once and kept with the data
 */
public record LinkSettings(Optional<URI> address, String keyVariable) {

    public static final LinkSettings NONE = new LinkSettings(Optional.empty(), "");
}
