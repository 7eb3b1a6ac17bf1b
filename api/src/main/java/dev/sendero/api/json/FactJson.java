package dev.sendero.api.json;

import dev.sendero.api.fact.Fact;
import org.jspecify.annotations.Nullable;

/** Reads records of the topic {@code facts}: those that every store can hold. */
public final class FactJson {

    private FactJson() {}

    /**
     * @param json null for a record without a value
     * @throws MalformedJson when it is none, or something of it is missing or out of all bounds; it quotes nothing
     */
    public static Fact read(byte @Nullable [] json) throws MalformedJson {
        Fact fact = WireJson.readWhole(json, Fact.class);
        Storable.check(fact.at(), "at");
        Storable.check(fact.value().amount(), "value");
        return fact;
    }
}
