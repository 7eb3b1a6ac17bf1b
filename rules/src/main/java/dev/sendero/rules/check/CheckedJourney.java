package dev.sendero.rules.check;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.reading.ElementPlaces;
import dev.sendero.rules.plan.TrackingPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A journey and what it must agree with.
 *
 * @param groups the channels of each subscription group, by name
 * @param stages the project's stages; empty when it names none
 * @param segments the project's segments
 */
public record CheckedJourney(
        Journey journey,
        ElementPlaces places,
        TrackingPlan plan,
        Map<String, Set<Channel>> groups,
        List<String> stages,
        Set<String> segments) {}
