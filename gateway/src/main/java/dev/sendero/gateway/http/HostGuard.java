package dev.sendero.gateway.http;

import dev.sendero.api.link.Links;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a page of another site, whose name has been made to point to this machine (DNS rebinding), from reading what a
 * gateway on loopback says: the browser sends that page's name as {@code Host}.
 */
public final class HostGuard implements Handler {

    private static final Set<String> NAMES_OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What customers and providers reach under a public name; tokens and signatures guard it. */
    private static final List<String> OPEN_PATHS = List.of(Links.PATH, "/v1/callbacks/");

    @Override
    public void handle(Context context) {
        if (OPEN_PATHS.stream().anyMatch(context.path()::startsWith)) {
            return;
        }
        String host = Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        if (!NAMES_OF_THIS_MACHINE.contains(withoutPort(host))) {
            throw new ForbiddenResponse("Host: not a name of this machine (expected: localhost or 127.0.0.1)");
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean insideAddress = colon < host.lastIndexOf(']');
        return colon < 0 || insideAddress ? host : host.substring(0, colon);
    }
}
