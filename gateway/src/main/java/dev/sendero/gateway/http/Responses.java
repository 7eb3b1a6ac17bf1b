package dev.sendero.gateway.http;

import dev.sendero.api.json.WireJson;
import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Answers are written with the mapper that all of Sendero's JSON is written with. */
public final class Responses implements JsonMapper {

    @Override
    public String toJsonString(Object answer, Type type) {
        return new String(WireJson.write(answer), StandardCharsets.UTF_8);
    }
}
