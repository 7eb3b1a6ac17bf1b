package dev.sendero.gateway;

import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.store.mailbox.Mailbox;
import dev.sendero.store.mailbox.MailboxEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A mailbox that forgets everything with the process. */
final class MemoryMailbox implements Mailbox {

    private final List<MailboxEntry> entries = new ArrayList<>();

    @Override
    public synchronized void put(MailboxEntry entry) {
        if (find(entry.id()).isEmpty()) {
            entries.add(new MailboxEntry(
                    entries.size() + 1L,
                    entry.id(),
                    entry.journey(),
                    entry.run(),
                    entry.step(),
                    entry.customer(),
                    entry.group(),
                    entry.at(),
                    entry.content()));
        }
    }

    @Override
    public synchronized List<MailboxEntry> newest(Set<Channel> channels, String search, long before, int limit) {
        return entries.stream()
                .filter(entry -> entry.number() < before)
                .filter(entry ->
                        channels.isEmpty() || channels.contains(entry.content().channel()))
                .filter(entry -> words(entry).contains(search.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(MailboxEntry::number).reversed())
                .limit(limit)
                .toList();
    }

    private static String words(MailboxEntry entry) {
        Rendered content = entry.content();
        String said = content instanceof Rendered.Email email ? email.subject() + email.text() : content.toString();
        return (entry.customer() + content.to() + said).toLowerCase(Locale.ROOT);
    }

    @Override
    public synchronized List<MailboxEntry> after(long number, int limit) {
        return entries.stream()
                .filter(entry -> entry.number() > number)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<MailboxEntry> find(MessageId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public synchronized long size() {
        return entries.size();
    }
}
