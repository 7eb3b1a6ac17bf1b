package dev.sendero.gateway.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.regex.Pattern;

/** The console's page and its parts, out of the jar. One page: which of its views is shown is the browser's matter. */
public final class ConsoleRoutes {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z]+)?\\.(js|css|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private final ConsolePage page = new ConsolePage("index.html");

    public void addTo(RoutesConfig routes) {
        routes.get("/", context -> context.redirect("/journeys"));
        for (String path : new String[] {"/journeys", "/journeys/{id}", "/mailbox", "/mailbox/{id}"}) {
            routes.get(path, page::show);
        }
        addParts(routes);
    }

    /** What pages are made of, for a page of another server too. */
    public static void addParts(RoutesConfig routes) {
        routes.get("/console/{name}", context -> part(context, ""));
        routes.get("/console/vendor/{name}", context -> part(context, "vendor/"));
    }

    private static void part(Context context, String folder) {
        String name = context.pathParam("name");
        if (!NAME.matcher(name).matches()) {
            throw new NotFoundResponse();
        }
        byte[] bytes = ConsolePart.read(folder + name).orElseThrow(NotFoundResponse::new);
        ConsolePart.secure(context);
        context.contentType(String.valueOf(TYPES.get(name.substring(name.lastIndexOf('.') + 1))))
                .result(bytes);
    }
}
