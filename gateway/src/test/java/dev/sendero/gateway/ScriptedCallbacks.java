package dev.sendero.gateway;

import dev.sendero.api.connector.CallbackAnswer;
import dev.sendero.api.connector.CallbackReader;
import dev.sendero.api.connector.CallbackRequest;
import dev.sendero.api.connector.Report;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import java.time.Duration;
import java.util.List;

/** A provider that says in its body what it has to say, such as {@code bounced MESSAGE}, and signs with a header. */
final class ScriptedCallbacks implements CallbackReader {

    static final String SIGNATURE = "X-Signature";

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public CallbackAnswer read(CallbackRequest request) {
        String expected = request.address().toString();
        if (request.header(SIGNATURE).filter(expected::equals).isEmpty()) {
            return new CallbackAnswer.Refused(403, "not signed for " + expected);
        }
        String[] words = request.text().split(" ");
        Report report =
                switch (words[0]) {
                    case "delivered" -> receipt(words[1], ReceiptEvents.Kind.DELIVERED, false);
                    case "bounced" -> receipt(words[1], ReceiptEvents.Kind.BOUNCED, true);
                    case "full" -> receipt(words[1], ReceiptEvents.Kind.BOUNCED, false);
                    case "off" ->
                        new Report.Undelivered(
                                new MessageId(words[1]), words[2], "the phone is off", Duration.ofHours(1));
                    case "stop" -> new Report.OptOut(Channel.SMS, words[1], "answered STOP");
                    default -> new Report.OptIn(Channel.SMS, words[1], "answered START");
                };
        return new CallbackAnswer.Taken(List.of(report), "text/plain", "thanks");
    }

    private static Report receipt(String message, ReceiptEvents.Kind kind, boolean deadAddress) {
        return new Report.Receipt(new MessageId(message), kind, "no such user", deadAddress);
    }
}
