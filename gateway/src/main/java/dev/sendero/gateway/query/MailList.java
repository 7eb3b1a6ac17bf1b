package dev.sendero.gateway.query;

import java.time.Instant;
import java.util.List;

/**
 * A page of the mailbox, newest first.
 *
 * @param now by the process's clock
 * @param size how many messages the mailbox holds in all
 * @param more whether there are older ones that match
 */
public record MailList(Instant now, long size, boolean more, List<MailView> messages) {}
