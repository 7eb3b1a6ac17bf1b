package dev.sendero.cli.profile;

import dev.sendero.gateway.http.ErasureView;
import dev.sendero.store.erasure.Cleared;
import java.util.Locale;

/** Tells people what has been erased. */
final class ErasureText {

    private ErasureText() {}

    static String of(String id, ErasureView view) {
        Cleared cleared = view.cleared();
        if (cleared.equals(Cleared.NOTHING)) {
            return String.format(
                    Locale.ROOT,
                    "Erased '%s': the engine has forgotten. The store held nothing; ids are compared letter by letter.%n"
                            + "Receipt: %s",
                    id,
                    view.receipt());
        }
        return String.format(
                Locale.ROOT,
                "Erased '%s': the engine has forgotten, and the store is cleared.%n"
                        + "  %s, %s of which would still have been sent%n"
                        + "  %s%n"
                        + "  %s%n"
                        + "  %s%n"
                        + "Receipt: %s",
                id,
                count(cleared.messages(), "message", "messages"),
                cleared.stoppedMessages() == 0 ? "none" : Integer.toString(cleared.stoppedMessages()),
                count(cleared.facts(), "decision in the journal", "decisions in the journal"),
                count(cleared.mails(), "message in the mailbox", "messages in the mailbox"),
                count(cleared.consents(), "record of consent", "records of consent"),
                view.receipt());
    }

    private static String count(int number, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
    }
}
