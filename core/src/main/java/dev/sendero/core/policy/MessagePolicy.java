package dev.sendero.core.policy;

import dev.sendero.api.message.Channel;
import dev.sendero.core.profile.Addresses;
import dev.sendero.core.state.Consent;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Profile;
import dev.sendero.rules.calendar.QuietTimes;
import dev.sendero.rules.calendar.Zones;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.ZoneChoice;
import dev.sendero.rules.project.QuietHours;
import dev.sendero.rules.project.Settings;
import dev.sendero.rules.project.SubscriptionGroup;

/** Whether, where and when a message may reach a customer. Actions on other systems are not asked about. */
public final class MessagePolicy {

    public static final String NO_ADDRESS = "no_address";
    public static final String NO_CONSENT = "no_consent";
    public static final String SUPPRESSED = "suppressed";

    public static final String FREQUENCY_CAP = "frequency_cap";

    private final Settings settings;
    private final Zones zones;
    private final FrequencyCaps caps;

    public MessagePolicy(Settings settings, Zones zones) {
        this.settings = settings;
        this.zones = zones;
        this.caps = new FrequencyCaps(settings.sending().frequencyCaps());
    }

    /** What the policy says of one message to one customer. */
    public sealed interface Verdict {

        /**
         * It may be sent.
         *
         * @param to the profile's address; empty when the content names its own recipient
         */
        record Allowed(String to) implements Verdict {}

        record Refused(String reason) implements Verdict {}
    }

    public Verdict judge(Step.Send send, Profile profile) {
        if (!send.channel().reachesCustomer()) {
            return new Verdict.Allowed("");
        }
        boolean ownRecipient = !send.content().to().isEmpty();
        String to = ownRecipient ? "" : Addresses.of(send.channel(), profile.traits());
        if (to.isEmpty() && !ownRecipient) {
            return new Verdict.Refused(NO_ADDRESS);
        }
        // An address that the step names is looked up by who sends: here it is not rendered yet.
        if (!ownRecipient && profile.suppressed().contains(send.channel())) {
            return new Verdict.Refused(SUPPRESSED);
        }
        return hasConsent(send, profile) ? new Verdict.Allowed(to) : new Verdict.Refused(NO_CONSENT);
    }

    /** When a message may go out that is to go out now: at the end of quiet hours, or now. Milliseconds since 1970. */
    public long release(Step.Send send, Profile profile, long now) {
        QuietHours hours = settings.sending().quietHours().get(send.channel());
        return hours == null ? now : QuietTimes.over(hours, zones.of(hours.zone(), profile.traits()), now);
    }

    /** Whether the release of a message depends on where the customer is. */
    public boolean followsCustomer(Step.Send send) {
        QuietHours hours = settings.sending().quietHours().get(send.channel());
        return hours != null && hours.zone() instanceof ZoneChoice.OfCustomer;
    }

    /**
     * Whether a message that may go out now is within the frequency caps. If it is, it counts for them from now on.
     *
     * @param now milliseconds since 1970
     */
    public boolean countWithinCaps(Customer customer, Step.Send send, long now) {
        if (caps.areReached(customer, send, now)) {
            return false;
        }
        caps.count(customer, send, now);
        return true;
    }

    private boolean hasConsent(Step.Send send, Profile profile) {
        if (send.group().equals(Step.TRANSACTIONAL)) {
            return true;
        }
        Consent consent = profile.consent().getOrDefault(send.group(), Consent.UNSTATED);
        if (consent.refused().contains(send.channel())) {
            return false;
        }
        return consent.granted().contains(send.channel()) || isOptedInByDefault(send.group(), send.channel());
    }

    private boolean isOptedInByDefault(String group, Channel channel) {
        SubscriptionGroup settingsOfGroup = settings.groups().get(group);
        return settingsOfGroup != null
                && settingsOfGroup.optedInByDefault()
                && settingsOfGroup.channels().contains(channel);
    }
}
