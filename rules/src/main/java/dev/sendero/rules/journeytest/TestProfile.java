package dev.sendero.rules.journeytest;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Channel;
import java.util.Map;
import java.util.Set;

/**
 * The customer of a test, before the first event.
 *
 * @param traits JSON values: String, Boolean, Long, Double, List, Map
 * @param consent by subscription group, the channels on which the customer has agreed; for a group that is not here the
 *     group's default holds
 */
public record TestProfile(CustomerId id, Map<String, Object> traits, Map<String, Set<Channel>> consent) {

    /** Who a test means that names nobody. */
    public static final TestProfile ANYBODY = new TestProfile(new CustomerId("customer"), Map.of(), Map.of());
}
