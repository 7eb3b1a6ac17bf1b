package dev.sendero.core.profile;

import dev.sendero.api.event.ConsentEvents;
import dev.sendero.api.event.Event;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Profile;
import dev.sendero.rules.project.Bounds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Takes up what an event says of its customer. */
public final class ProfileUpdates {

    private final Bounds bounds;
    private final Subscriptions subscriptions;

    public ProfileUpdates(Bounds bounds, Subscriptions subscriptions) {
        this.bounds = bounds;
        this.subscriptions = subscriptions;
    }

    /** Whether an event says anything of its customer. */
    public boolean isAboutCustomer(Event event) {
        return !event.traits().isEmpty() || Subscriptions.isChange(event) || DeadAddresses.isReport(event);
    }

    /**
     * What is known after an event. An event that newer ones have overtaken fills in the traits that are absent and
     * takes consent away; it overwrites nothing.
     *
     * @param notTakenUp told what there is no room for, as {@link Bounds} calls it; at most once of each
     */
    public Profile after(Event event, Profile before, Consumer<String> notTakenUp) {
        Profile profile = before;
        if (!event.traits().isEmpty()) {
            long at = Deadline.millisOf(event.timestamp());
            profile = withTraits(
                    profile, merged(profile.traits(), event.traits(), at >= profile.traitsAsOf(), notTakenUp), at);
        }
        profile = DeadAddresses.after(event, profile);
        return subscriptions.after(event, profile, notTakenUp);
    }

    /**
     * What is known after a step has set traits.
     *
     * @param notTakenUp told once if there is no room for one
     */
    public Profile afterStep(Map<String, Object> traits, long at, Profile before, Consumer<String> notTakenUp) {
        return withTraits(before, merged(before.traits(), traits, true, notTakenUp), at);
    }

    private static Profile withTraits(Profile before, Map<String, Object> traits, long at) {
        return DeadAddresses.lifted(before, before.withTraits(traits, at));
    }

    private Map<String, Object> merged(
            Map<String, Object> before, Map<String, Object> news, boolean overwrite, Consumer<String> notTakenUp) {
        var merged = new LinkedHashMap<>(before);
        boolean full = false;
        for (Map.Entry<String, Object> said : news.entrySet()) {
            String trait = said.getKey();
            boolean known = merged.containsKey(trait);
            if (trait.equals(ConsentEvents.TRAIT) || (known && !overwrite)) {
                continue;
            }
            if (known || merged.size() < bounds.traits()) {
                merged.put(trait, said.getValue());
            } else {
                full = true;
            }
        }
        if (full) {
            notTakenUp.accept(Bounds.TRAITS);
        }
        return merged;
    }
}
