package dev.sendero.courier;

import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import dev.sendero.rules.calendar.QuietTimes;
import dev.sendero.rules.calendar.Zones;
import dev.sendero.rules.project.QuietHours;
import dev.sendero.rules.project.Settings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * When customers may get messages. The engine lets a message out at the right hour; this is for those that were held up
 * after that.
 *
 * @param quietHours by channel; a channel that is not there has none
 * @param zone where a customer lives whose profile does not say it
 */
public record SendingHours(Map<Channel, QuietHours> quietHours, ZoneId zone) {

    public static SendingHours of(Settings settings) {
        return new SendingHours(settings.sending().quietHours(), settings.zone());
    }

    /**
     * When a message may go out that could go out now: now, or at the end of the quiet hours where the customer is. Where
     * that is, the profile says as it was at the decision.
     */
    Instant next(Message message, Instant now) {
        QuietHours hours = quietHours.get(message.channel());
        if (hours == null) {
            return now;
        }
        ZoneId where = new Zones(zone).of(hours.zone(), traitsOf(message));
        Instant end = Instant.ofEpochMilli(QuietTimes.over(hours, where, now.toEpochMilli()));
        return end.isAfter(now) ? end : now;
    }

    private static Map<?, ?> traitsOf(Message message) {
        return message.variables().get("profile") instanceof Map<?, ?> profile
                        && profile.get("traits") instanceof Map<?, ?> traits
                ? traits
                : Map.of();
    }
}
