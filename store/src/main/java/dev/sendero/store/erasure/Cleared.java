package dev.sendero.store.erasure;

/**
 * How much has been cleared.
 *
 * @param stoppedMessages how many messages would have been sent, and are not
 * @param messages how many messages the ledger knew, those that are stopped among them
 * @param facts how many lines of the journal
 * @param mails how many messages of the mailbox
 * @param consents how many lines of the record of consent
 */
public record Cleared(int stoppedMessages, int messages, int facts, int mails, int consents) {

    public static final Cleared NOTHING = new Cleared(0, 0, 0, 0, 0);
}
