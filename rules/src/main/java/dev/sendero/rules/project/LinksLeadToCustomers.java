package dev.sendero.rules.project;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.Severity;
import dev.sendero.rules.template.UntestedVariables;
import java.util.Collection;
import java.util.Optional;

/** Where messages with links of the customer leave this machine, the settings say where these lead. */
final class LinksLeadToCustomers {

    private LinksLeadToCustomers() {}

    /** @param settingsFile which the settings are in */
    static Optional<Problem> check(Settings settings, Collection<Journey> journeys, String settingsFile) {
        if (settings.links().address().isPresent()) {
            return Optional.empty();
        }
        return journeys.stream()
                .flatMap(journey -> journey.allSends().stream())
                .filter(send -> leaves(send.channel(), settings) && UntestedVariables.nameLinks(send.content()))
                .findFirst()
                .map(send -> new Problem(
                        ProblemCode.MISSING_KEY,
                        Severity.WARNING,
                        Place.startOf(settingsFile),
                        "the message '" + send.id()
                                + "' has links to unsubscribe or to preferences, and without 'links'"
                                + " they lead to this machine",
                        "",
                        "say where customers reach the gateway: links: { address: https://…, key_env: … }"));
    }

    private static boolean leaves(Channel channel, Settings settings) {
        ChannelSettings provider = settings.channels().get(channel);
        return provider instanceof ChannelSettings.Email email ? email.smtp().isPresent() : provider != null;
    }
}
