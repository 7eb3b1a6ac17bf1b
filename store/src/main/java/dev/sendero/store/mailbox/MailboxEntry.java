package dev.sendero.store.mailbox;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import java.time.Instant;

/**
 * One message in the dev mailbox.
 *
 * @param number the order of arrival; 0 in an entry that is not stored yet
 * @param at when it arrived, by the process's clock
 * @param content as the recipient would see it
 */
public record MailboxEntry(
        long number,
        MessageId id,
        JourneyId journey,
        RunId run,
        StepId step,
        CustomerId customer,
        String group,
        Instant at,
        Rendered content) {}
