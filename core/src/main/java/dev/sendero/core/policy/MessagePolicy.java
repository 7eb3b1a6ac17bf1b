package dev.sendero.core.policy;

import dev.sendero.api.message.Channel;
import dev.sendero.core.profile.Addresses;
import dev.sendero.core.state.Consent;
import dev.sendero.core.state.Profile;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.project.Settings;
import dev.sendero.rules.project.SubscriptionGroup;

/** Whether a message may reach a customer, and where. Actions on other systems are not asked about. */
public final class MessagePolicy {

    public static final String NO_ADDRESS = "no_address";
    public static final String NO_CONSENT = "no_consent";
    public static final String SUPPRESSED = "suppressed";

    private final Settings settings;

    public MessagePolicy(Settings settings) {
        this.settings = settings;
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
