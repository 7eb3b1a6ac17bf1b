package dev.sendero.cli.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.json.WireJson;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.IoReason;
import dev.sendero.rules.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer of whom a file tells: {@code {"id": …, "traits": {…}}}.
 *
 * @param traits JSON values
 */
record RealProfile(Path file, String id, Map<String, Object> traits) implements KnownCustomer {

    /** @throws CommandFailure when the file cannot be read or says no such thing */
    static RealProfile read(Path file) {
        try {
            JsonNode json = WireJson.mapper().readTree(Files.readAllBytes(file));
            JsonNode id = json.path("id").isMissingNode() ? json.path("userId") : json.path("id");
            if (!id.isTextual() || id.asText().isBlank() || !json.path("traits").isObject()) {
                throw CommandFailure.usage(
                        file + ": this is no profile", "write {\"id\": \"ada\", \"traits\": {\"email\": \"…\"}}");
            }
            return new RealProfile(file, id.asText(), traits(json.path("traits")));
        } catch (JsonProcessingException malformed) {
            throw CommandFailure.usage(
                            file + ": this is no JSON: " + malformed.getOriginalMessage(),
                            "write {\"id\": \"ada\", \"traits\": {\"email\": \"…\"}}")
                    .causedBy(malformed);
        } catch (IOException unreadable) {
            throw CommandFailure.usage(
                            file + ": cannot be read: " + IoReason.of(unreadable), "look at it: ls -l " + file)
                    .causedBy(unreadable);
        }
    }

    private static Map<String, Object> traits(JsonNode json) {
        var traits = new LinkedHashMap<String, Object>();
        for (Map.Entry<String, JsonNode> trait : json.properties()) {
            traits.put(trait.getKey(), WireJson.mapper().convertValue(trait.getValue(), Object.class));
        }
        return traits;
    }

    /** The customer in the situation of somebody else. */
    @Override
    public List<Sample> samples(Previewed previewed, Project project, Sample situation) {
        return List.of(situation.of(id + " in " + file, id, Map.of("id", id, "traits", traits, "segments", List.of())));
    }
}
