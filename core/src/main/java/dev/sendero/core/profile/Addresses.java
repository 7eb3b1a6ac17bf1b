package dev.sendero.core.profile;

import dev.sendero.api.message.Channel;
import java.util.Map;

/** Where a customer is reached. */
public final class Addresses {

    private Addresses() {}

    /** The trait that holds a channel's address; empty for channels that do not reach customers. */
    static String traitOf(Channel channel) {
        return switch (channel) {
            case EMAIL -> "email";
            case SMS -> "phone";
            case PUSH -> "push_token";
            case SLACK, CRM, WEBHOOK -> "";
        };
    }

    /** The address that traits name for a channel; empty for none. */
    public static String of(Channel channel, Map<String, Object> traits) {
        return traits.get(traitOf(channel)) instanceof String address ? address.strip() : "";
    }
}
