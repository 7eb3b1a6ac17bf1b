package dev.sendero.cli.process;

import dev.sendero.api.link.Links;
import dev.sendero.api.link.TokenKey;
import dev.sendero.rules.project.LinkSettings;
import java.net.URI;
import java.util.Base64;
import java.util.Map;

/**
 * Where customers and providers reach the gateway, and the links that lead there.
 *
 * @param address without a path
 */
record CustomerAddress(URI address, Links links) {

    /**
     * Without settings, this machine: links in the mailbox work for who tries them here. The key is then made once and kept
     * with the data, so that links work after a restart.
     *
     * @param environment where secrets are found
     * @param port of the gateway, when the settings name no address
     * @throws EnvironmentProblem when the key is missing or unfit, or cannot be kept
     */
    static CustomerAddress of(LinkSettings settings, Map<String, String> environment, int port, DataFolder data)
            throws EnvironmentProblem {
        URI address = settings.address().orElseGet(() -> URI.create("http://localhost:" + port));
        byte[] secret = settings.keyVariable().isEmpty()
                ? KeptKey.in(data.linkKey(), "the key of links")
                : keyOf(settings.keyVariable(), environment);
        return new CustomerAddress(address, new Links(address, TokenKey.of(secret)));
    }

    private static byte[] keyOf(String variable, Map<String, String> environment) throws EnvironmentProblem {
        try {
            byte[] secret = Base64.getDecoder().decode(Providers.secret(variable, environment));
            if (secret.length >= TokenKey.SHORTEST_SECRET_BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException notBase64) {
            throw unfit(variable);
        }
        throw unfit(variable);
    }

    private static EnvironmentProblem unfit(String variable) {
        return new EnvironmentProblem(
                "the environment variable " + variable + " holds no key for links: it has to be base64 of "
                        + TokenKey.SHORTEST_SECRET_BYTES + " bytes or more",
                "make one: export " + variable + "=$(openssl rand -base64 32)");
    }
}
