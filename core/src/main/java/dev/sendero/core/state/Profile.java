package dev.sendero.core.state;

import java.util.Map;

/**
 * What is known of a customer. Immutable, so that what a decision looks at stays as it is while steps change the
 * profile.
 *
 * @param traits JSON values by name
 * @param consent by subscription group
 * @param traitsAsOf the time of the newest event that changed traits, milliseconds since 1970
 * @param consentAsOf the time of the newest event that changed consent, milliseconds since 1970
 */
public record Profile(Map<String, Object> traits, Map<String, Consent> consent, long traitsAsOf, long consentAsOf) {

    public static final Profile EMPTY = new Profile(Map.of(), Map.of(), Long.MIN_VALUE, Long.MIN_VALUE);

    public boolean isEmpty() {
        return traits.isEmpty() && consent.isEmpty();
    }

    public Profile withTraits(Map<String, Object> newTraits, long asOf) {
        return new Profile(newTraits, consent, Math.max(traitsAsOf, asOf), consentAsOf);
    }

    public Profile withConsent(Map<String, Consent> newConsent, long asOf) {
        return new Profile(traits, newConsent, traitsAsOf, Math.max(consentAsOf, asOf));
    }
}
