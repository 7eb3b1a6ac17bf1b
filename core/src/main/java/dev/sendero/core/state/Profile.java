package dev.sendero.core.state;

import dev.sendero.api.message.Channel;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a customer. Immutable, so that what a decision looks at stays as it is while steps change the
 * profile.
 *
 * @param traits JSON values by name
 * @param consent by subscription group
 * @param traitsAsOf the time of the newest event that changed traits, milliseconds since 1970
 * @param consentAsOf the time of the newest event that changed consent, milliseconds since 1970
 * @param suppressed the channels whose address, as the traits name it, is dead; never changed once it is here
 */
public record Profile(
        Map<String, Object> traits,
        Map<String, Consent> consent,
        long traitsAsOf,
        long consentAsOf,
        Set<Channel> suppressed) {

    public static final Profile EMPTY = new Profile(Map.of(), Map.of(), Long.MIN_VALUE, Long.MIN_VALUE);

    /** One of which no address is dead. */
    public Profile(Map<String, Object> traits, Map<String, Consent> consent, long traitsAsOf, long consentAsOf) {
        this(traits, consent, traitsAsOf, consentAsOf, Set.of());
    }

    public boolean isEmpty() {
        return traits.isEmpty() && consent.isEmpty() && suppressed.isEmpty();
    }

    public Profile withTraits(Map<String, Object> newTraits, long asOf) {
        return new Profile(newTraits, consent, Math.max(traitsAsOf, asOf), consentAsOf, suppressed);
    }

    public Profile withConsent(Map<String, Consent> newConsent, long asOf) {
        return new Profile(traits, newConsent, traitsAsOf, Math.max(consentAsOf, asOf), suppressed);
    }

    public Profile withSuppressed(Set<Channel> newSuppressed) {
        return new Profile(traits, consent, traitsAsOf, consentAsOf, newSuppressed);
    }
}
