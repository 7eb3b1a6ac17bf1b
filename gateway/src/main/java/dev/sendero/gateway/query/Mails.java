package dev.sendero.gateway.query;

import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.store.mailbox.Mailbox;
import dev.sendero.store.mailbox.MailboxEntry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dev mailbox, page by page and message by message. */
public final class Mails {

    private static final int PAGE = 50;

    private final Mailbox mailbox;
    private final InstantSource clock;

    public Mails(Mailbox mailbox, InstantSource clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** See {@link Mailbox#newest} for the parameters. */
    public MailList page(Set<Channel> channels, String search, long before) {
        List<MailboxEntry> entries = mailbox.newest(channels, search, before, PAGE + 1);
        return new MailList(
                clock.instant(),
                mailbox.size(),
                entries.size() > PAGE,
                entries.stream().limit(PAGE).map(MailView::excerptOf).toList());
    }

    public Optional<MailView> find(MessageId id) {
        return mailbox.find(id).map(MailView::of);
    }

    /** The HTML of an e-mail as it was rendered: not to be shown but in a sandbox. */
    public Optional<String> html(MessageId id) {
        return mailbox.find(id)
                .flatMap(entry ->
                        entry.content() instanceof Rendered.Email email ? Optional.of(email.html()) : Optional.empty());
    }

    public long size() {
        return mailbox.size();
    }
}
