package dev.sendero.gateway.http;

import dev.sendero.api.json.WireJson;
import dev.sendero.api.log.WithoutWords;
import io.javalin.http.Context;
import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers are written with the mapper that all of Sendero's JSON is written with. */
public final class Responses implements JsonMapper {

    private static final Logger LOG = LoggerFactory.getLogger(Responses.class);

    @Override
    public String toJsonString(Object answer, Type type) {
        return new String(WireJson.write(answer), StandardCharsets.UTF_8);
    }

    /**
     * For what no handler expected: the log gets the route and where it happened, the client nothing. A path may hold the
     * signature of a customer's link, and words may be theirs.
     */
    public static void fault(Exception fault, Context context) {
        LOG.error("{} {} failed", context.method(), context.endpoint().path, new WithoutWords(fault));
        context.status(500)
                .json(Map.of("success", false, "error", "this went wrong here; the log of the process says why"));
    }
}
