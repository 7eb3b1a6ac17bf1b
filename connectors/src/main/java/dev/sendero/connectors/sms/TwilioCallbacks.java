package dev.sendero.connectors.sms;

import dev.sendero.api.connector.CallbackAnswer;
import dev.sendero.api.connector.CallbackReader;
import dev.sendero.api.connector.CallbackRequest;
import dev.sendero.api.connector.Report;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Twilio says: what became of a message, and what people answer. */
public final class TwilioCallbacks implements CallbackReader {

    public static final String NAME = "twilio";

    /** The parameter of the callback's address that names the message. */
    static final String MESSAGE = "message";

    private static final String SID = "MessageSid";
    private static final String STOPPED = "answered STOP";
    private static final int NOT_UNDERSTOOD = 400;
    private static final int NOT_SIGNED = 403;
    private static final String CONTENT_TYPE = "text/xml; charset=utf-8";

    private final TwilioSignature signature;
    private final String help;

    /**
     * @param token of the account: with it Twilio signs, whatever messages are sent with
     * @param help what is answered to HELP; empty to leave that to Twilio
     */
    public TwilioCallbacks(String token, String help) {
        this.signature = new TwilioSignature(token);
        this.help = help;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CallbackAnswer read(CallbackRequest request) {
        Optional<FormFields> form = FormFields.read(request.text());
        Optional<FormFields> query = FormFields.read(queryOf(request.address()));
        if (form.isEmpty() || query.isEmpty()) {
            return new CallbackAnswer.Refused(NOT_UNDERSTOOD, "no form");
        }
        String given = request.header(TwilioSignature.HEADER).orElse("");
        if (!signature.isRight(given, request.address(), form.get().byName())) {
            return new CallbackAnswer.Refused(NOT_SIGNED, "not signed by Twilio with the account's token");
        }
        return query.get().has(MESSAGE)
                ? taken(receipts(new MessageId(query.get().first(MESSAGE)), form.get()), "")
                : inbound(form.get());
    }

    private static String queryOf(URI address) {
        return Optional.ofNullable(address.getRawQuery()).orElse("");
    }

    private static List<Report> receipts(MessageId message, FormFields form) {
        String status = form.first("MessageStatus").toLowerCase(Locale.ROOT);
        return switch (status) {
            case "sent" -> List.of(new Report.Receipt(message, ReceiptEvents.Kind.SENT, "", false));
            case "delivered" -> List.of(new Report.Receipt(message, ReceiptEvents.Kind.DELIVERED, "", false));
            case "read" -> List.of(new Report.Receipt(message, ReceiptEvents.Kind.OPENED, "", false));
            case "failed", "undelivered" -> failure(message, status, form);
            // The others lead to one of these.
            default -> List.of();
        };
    }

    private static List<Report> failure(MessageId message, String status, FormFields form) {
        int code = form.number("ErrorCode");
        String reason = code == 0 ? status : TwilioError.reasonOf(code);
        if (code == TwilioError.OPTED_OUT.code()) {
            // They answered STOP at some time, perhaps before we listened; after START the number is as good as before.
            var failed = new Report.Receipt(message, ReceiptEvents.Kind.FAILED, reason, false);
            return form.first("To").isEmpty()
                    ? List.of(failed)
                    : List.of(failed, new Report.OptOut(Channel.SMS, form.first("To"), STOPPED));
        }
        Optional<Duration> again = TwilioError.anotherTryAfter(code);
        if (again.isPresent() && form.has(SID)) {
            return List.of(new Report.Undelivered(message, form.first(SID), reason, again.get()));
        }
        boolean dead = TwilioError.meansDeadNumber(code);
        return List.of(new Report.Receipt(
                message, dead ? ReceiptEvents.Kind.BOUNCED : ReceiptEvents.Kind.FAILED, reason, dead));
    }

    private CallbackAnswer inbound(FormFields form) {
        // Twilio says so when it has answered a word itself; a second answer would only confuse.
        String answered = form.first("OptOutType");
        String from = form.first("From");
        Optional<Keyword> keyword = Keyword.in(answered.isEmpty() ? form.first("Body") : answered);
        if (keyword.isEmpty() || from.isEmpty()) {
            return taken(List.of(), "");
        }
        return switch (keyword.get()) {
            case STOP -> taken(List.of(new Report.OptOut(Channel.SMS, from, STOPPED)), "");
            case START -> taken(List.of(new Report.OptIn(Channel.SMS, from, "answered START")), "");
            case HELP -> taken(List.of(), answered.isEmpty() ? help : "");
        };
    }

    private static CallbackAnswer taken(List<Report> reports, String reply) {
        String inside = reply.isEmpty() ? "" : "<Message>" + escaped(reply) + "</Message>";
        return new CallbackAnswer.Taken(
                reports, CONTENT_TYPE, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + inside + "</Response>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
