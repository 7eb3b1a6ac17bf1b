package dev.sendero.core.profile;

import dev.sendero.api.event.Event;
import dev.sendero.core.state.Bounds;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Profile;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes up what an event says of its customer. */
public final class ProfileUpdates {

    /** The entry of an event's traits that sets consent and is no trait. */
    static final String CONSENT = "consent";

    private final Bounds bounds;
    private final Subscriptions subscriptions;

    public ProfileUpdates(Bounds bounds, Subscriptions subscriptions) {
        this.bounds = bounds;
        this.subscriptions = subscriptions;
    }

    /** Whether an event says anything of its customer. */
    public boolean isAboutCustomer(Event event) {
        return !event.traits().isEmpty() || Subscriptions.isChange(event);
    }

    /**
     * What is known after an event. An event that newer ones have overtaken fills in the traits that are absent and
     * takes consent away; it overwrites nothing.
     */
    public Profile after(Event event, Profile before) {
        Profile profile = before;
        if (!event.traits().isEmpty()) {
            long at = Deadline.millisOf(event.timestamp());
            profile = profile.withTraits(merged(profile.traits(), event.traits(), at >= profile.traitsAsOf()), at);
        }
        return subscriptions.after(event, profile);
    }

    /** What is known after a step has set traits. */
    public Profile afterStep(Map<String, Object> traits, long at, Profile before) {
        return before.withTraits(merged(before.traits(), traits, true), at);
    }

    private Map<String, Object> merged(Map<String, Object> before, Map<String, Object> news, boolean overwrite) {
        var merged = new LinkedHashMap<>(before);
        news.forEach((trait, value) -> {
            boolean known = merged.containsKey(trait);
            if (!trait.equals(CONSENT) && (known ? overwrite : merged.size() < bounds.traits())) {
                merged.put(trait, value);
            }
        });
        return merged;
    }
}
