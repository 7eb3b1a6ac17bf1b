package dev.sendero.api.json;

import dev.sendero.api.journey.JourneyPublication;
import org.jspecify.annotations.Nullable;

/** Reads publications of the topic {@code journeys}: those that a job can take up without failing again and again. */
public final class PublicationJson {

    private PublicationJson() {}

    /**
     * @param json null for a record without a value
     * @throws MalformedJson when it is none, or something of it is missing or out of all bounds; it quotes nothing
     */
    public static JourneyPublication read(byte @Nullable [] json) throws MalformedJson {
        JourneyPublication publication = WireJson.readWhole(json, JourneyPublication.class);
        Storable.check(publication.effectiveAt(), "effectiveAt");
        if (publication.files().containsValue(null)) {
            throw new MalformedJson("files: one without a text");
        }
        return publication;
    }
}
