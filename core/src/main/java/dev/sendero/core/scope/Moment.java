package dev.sendero.core.scope;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Position;
import dev.sendero.core.state.Profile;
import dev.sendero.core.state.Run;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event or one deadline of one customer while it is applied, with the profile as it was just after that event:
 * what steps change of the profile meanwhile is not seen. Maps for conditions are made when they are first asked for.
 */
public final class Moment {

    private static final Condition[] NO_CONDITIONS = {};
    private static final Truth[] NO_ANSWERS = {};

    private final CustomerId customer;
    private final long millis;
    private final Profile profile;
    private final Insight insight;
    private final @Nullable Event event;
    private @Nullable Position position;
    private @Nullable Instant now;
    private @Nullable Map<String, Object> eventMap;
    private @Nullable Map<String, Object> traits;
    private @Nullable Map<String, Object> profileMap;
    private @Nullable TriggerScope triggerScope;
    private Condition[] asked = NO_CONDITIONS;
    private Truth[] answers = NO_ANSWERS;
    private int answered;

    private Moment(CustomerId customer, long millis, Profile profile, Insight insight, @Nullable Event event) {
        this.customer = customer;
        this.millis = millis;
        this.profile = profile;
        this.insight = insight;
        this.event = event;
    }

    /** Where nothing is computed of customers. */
    public static Moment ofEvent(Event event, Profile profile) {
        return ofEvent(event, profile, Insight.NONE);
    }

    /** @param insight as it is just after the event */
    public static Moment ofEvent(Event event, Profile profile, Insight insight) {
        return new Moment(event.customer(), Deadline.millisOf(event.timestamp()), profile, insight, event);
    }

    /** Where nothing is computed of customers. */
    public static Moment ofDeadline(CustomerId customer, long millis, Profile profile) {
        return ofDeadline(customer, millis, profile, Insight.NONE);
    }

    public static Moment ofDeadline(CustomerId customer, long millis, Profile profile, Insight insight) {
        return new Moment(customer, millis, profile, insight, null);
    }

    public CustomerId customer() {
        return customer;
    }

    public Position position() {
        Position made = position;
        if (made == null) {
            made = event == null ? Position.ofDeadline(millis) : Position.of(event);
            position = made;
        }
        return made;
    }

    public long millis() {
        return millis;
    }

    public Profile profile() {
        return profile;
    }

    /** Else it is a deadline. */
    public boolean isOfEvent() {
        return event != null;
    }

    /** @throws IllegalStateException at a deadline */
    public Event event() {
        if (event == null) {
            throw new IllegalStateException("event: absent at " + now() + " (expected: only asked for at an event)");
        }
        return event;
    }

    public Instant now() {
        Instant made = now;
        if (made == null) {
            made = Instant.ofEpochMilli(millis());
            now = made;
        }
        return made;
    }

    /** The event as conditions see it; empty at a deadline. */
    public Map<String, Object> eventMap() {
        Map<String, Object> made = eventMap;
        if (made == null) {
            made = event == null ? Map.of() : EventMaps.of(event);
            eventMap = made;
        }
        return made;
    }

    /** What is said of the customer, and what is computed. */
    public Map<String, Object> traits() {
        Map<String, Object> made = traits;
        if (made == null) {
            made = insight.traits(profile.traits(), millis);
            traits = made;
        }
        return made;
    }

    /** {@code id}, {@code traits} and {@code segments}. */
    public Map<String, Object> profileMap() {
        Map<String, Object> made = profileMap;
        if (made == null) {
            made = new LinkedHashMap<>();
            made.put("id", customer.value());
            made.put("traits", traits());
            made.put("segments", insight.segments(customer, traits(), millis));
            profileMap = made;
        }
        return made;
    }

    /** Of a condition inside a trigger. */
    public Truth testInTrigger(Condition condition, Map<String, Object> captured) {
        return condition == Condition.ALWAYS ? Truth.TRUE : condition.test(new TriggerScope(this, captured));
    }

    /** Of a condition inside a trigger that does not look at captured items: evaluated once, however often it is asked. */
    public Truth testOnce(Condition condition) {
        if (condition == Condition.ALWAYS) {
            return Truth.TRUE;
        }
        for (int index = 0; index < answered; index++) {
            if (asked[index] == condition) {
                return answers[index];
            }
        }
        if (answered == asked.length) {
            int more = answered + (answered >> 1) + 4;
            asked = Arrays.copyOf(asked, more);
            answers = Arrays.copyOf(answers, more);
        }
        Truth answer = condition.test(triggerScope());
        asked[answered] = condition;
        answers[answered++] = answer;
        return answer;
    }

    private TriggerScope triggerScope() {
        TriggerScope made = triggerScope;
        if (made == null) {
            made = new TriggerScope(this, Map.of());
            triggerScope = made;
        }
        return made;
    }

    /** What a condition inside a trigger may look at. */
    public Scope scopeInTrigger(Map<String, Object> captured) {
        return new TriggerScope(this, captured);
    }

    /** Of a condition that looks at a run and at the event. */
    public Truth testInRun(Condition condition, Run run) {
        return condition == Condition.ALWAYS ? Truth.TRUE : condition.test(scopeIn(run));
    }

    /** What an expression may look at in a run. */
    public Scope scopeIn(Run run) {
        return Scope.of(eventMap(), profileMap(), RunMaps.of(run), Map.of(), now());
    }

    /** The same, with another time as {@code now}, so that what is asked again is not answered anew for that alone. */
    public Scope scopeSince(Run run, long millis) {
        return Scope.of(eventMap(), profileMap(), RunMaps.of(run), Map.of(), Instant.ofEpochMilli(millis));
    }
}
