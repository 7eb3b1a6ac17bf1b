package dev.sendero.connectors.crm.hubspot;

import dev.sendero.api.connector.Delivery;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Rendered;
import dev.sendero.connectors.http.PathSegment;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes calls of the objects API, in the version of March 2026. */
final class HubSpotRequests {

    private static final String OBJECTS = "/crm/objects/2026-03/";

    /** What a step may call a kind of record, and what it is called in paths. Others are called as they are written. */
    private static final Map<String, String> PLURALS =
            Map.of("contact", "contacts", "company", "companies", "deal", "deals", "ticket", "tickets");

    private static final String NOTES = "notes";

    private final HubSpotSettings settings;

    HubSpotRequests(HubSpotSettings settings) {
        this.settings = settings;
    }

    /** @param values of the record's properties by name */
    HttpRequest upsert(Rendered.Crm crm, String keyProperty, Map<String, String> values, Delivery delivery) {
        return upsert(path(crm.object()), crm.to(), keyProperty, values, delivery);
    }

    /** The same note again where the message is repeated: its id is the note's key. */
    HttpRequest upsertNote(Rendered.Crm crm, Delivery delivery) {
        var values = new TreeMap<String, String>();
        values.put("hs_timestamp", delivery.decidedAt().toString());
        values.put("hs_note_body", html(crm.note()));
        return upsert(NOTES, delivery.id().value(), settings.noteKey(), values, delivery);
    }

    /** Associating what is associated changes nothing. */
    HttpRequest associate(String note, Rendered.Crm crm, String record) {
        return to(OBJECTS + NOTES + "/" + PathSegment.of(note) + "/associations/default/" + path(crm.object()) + "/"
                        + PathSegment.of(record))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private HttpRequest upsert(
            String objects, String key, String keyProperty, Map<String, String> values, Delivery delivery) {
        var input = Map.of(
                "id", key,
                "idProperty", keyProperty,
                "objectWriteTraceId", delivery.id().value(),
                "properties", values);
        return to(OBJECTS + objects + "/batch/upsert")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(Map.of("inputs", List.of(input)))))
                .build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(settings.address() + path))
                .header("Authorization", "Bearer " + settings.token())
                .header("Accept", "application/json");
    }

    private static String path(String object) {
        return PathSegment.of(PLURALS.getOrDefault(object, object));
    }

    /** HubSpot shows notes as HTML; what was written is text. */
    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br>");
    }
}
