package dev.sendero.cli.up;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.project.ChannelSettings;
import dev.sendero.rules.project.Project;
import java.net.URI;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

/** What a project brings along, in one line each. */
final class Overview {

    private Overview() {}

    /** For example {@code 3 live, 1 draft}. */
    static String journeys(Project project) {
        var parts = new ArrayList<String>();
        for (JourneyState state : JourneyState.values()) {
            long count = project.journeys().values().stream()
                    .filter(journey -> journey.state() == state)
                    .count();
            if (count > 0) {
                parts.add(count + " " + state.name().toLowerCase(Locale.ROOT));
            }
        }
        return parts.isEmpty() ? "none yet: put one into journeys/" : String.join(", ", parts);
    }

    /**
     * Where messages go. People must see it before the first customer does.
     *
     * @param reachesCustomers whether providers are used at all
     */
    static String messages(Project project, boolean reachesCustomers) {
        String mailbox = "to the mailbox in the console, not to customers";
        if (!reachesCustomers || project.settings().channels().isEmpty()) {
            return mailbox;
        }
        var providers = new ArrayList<String>();
        for (Map.Entry<Channel, ChannelSettings> channel :
                project.settings().channels().entrySet()) {
            if (channel.getValue() instanceof ChannelSettings.Email email) {
                email.smtp()
                        .ifPresent(smtp -> providers.add(
                                channel.getKey().title() + " to customers, by " + smtp.host() + ":" + smtp.port()));
            } else if (channel.getValue() instanceof ChannelSettings.Twilio twilio) {
                providers.add(channel.getKey().title() + " to customers, by "
                        + URI.create(twilio.url()).getAuthority());
            } else if (channel.getValue() instanceof ChannelSettings.Slack) {
                providers.add("into channels of Slack");
            }
        }
        if (providers.isEmpty()) {
            return mailbox;
        }
        return String.join("; ", providers) + "; all else " + mailbox;
    }
}
