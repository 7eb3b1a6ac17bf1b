package dev.sendero.faults.provider;

import dev.sendero.api.message.Channel;

/** What messages are sent to, and whether a repeated call does anything there. */
public enum Target {
    SMTP("smtp", Channel.EMAIL, false),
    SMS("sms", Channel.SMS, false),
    SLACK("slack", Channel.SLACK, false),
    HUBSPOT("hubspot", Channel.CRM, true),
    SALESFORCE("salesforce", Channel.CRM, true),
    WEBHOOK("webhook", Channel.WEBHOOK, true);

    private final String title;
    private final Channel channel;
    private final boolean recognisesRepeats;

    Target(String title, Channel channel, boolean recognisesRepeats) {
        this.title = title;
        this.channel = channel;
        this.recognisesRepeats = recognisesRepeats;
    }

    /** As the table names it. */
    public String title() {
        return title;
    }

    public Channel channel() {
        return channel;
    }

    /** Whether it tells what it has done, so that a doubt ends. */
    public boolean canBeAsked() {
        return this == SMS;
    }

    /** Whether it is promised that nothing is lost and nothing happens twice, whatever breaks. */
    public boolean recognisesRepeats() {
        return recognisesRepeats;
    }
}
