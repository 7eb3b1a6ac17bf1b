package dev.sendero.connectors.email;

import dev.sendero.api.connector.Report;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.MessageId;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands mail that is about mail of ours: what a server could not deliver (RFC 3464) and what a person calls spam
 * (RFC 5965). Ours is known by its {@code Message-ID}, which stands in the part that comes back. Who can write to the
 * mailbox can write such a report too, but has to know that id, which only the recipient has read.
 */
final class ReturnedMail {

    /** Reports bring the returned mail along; more than this is none of ours. */
    static final int MOST_BYTES = 4 << 20;

    /** Of the parts that a report may have; the first few say all. */
    private static final int MOST_PARTS = 10;

    private static final Pattern OURS = Pattern.compile("<([A-Za-z0-9_-]{1,128})@[^<>@]+>");
    private static final Pattern BLANK_LINE = Pattern.compile("\r?\n[ \t]*\r?\n");

    /** RFC 5965, 7.3; the others are no complaints of a person. */
    private static final Set<String> COMPLAINTS = Set.of("abuse", "fraud", "opt-out", "opt-out-list");

    private ReturnedMail() {}

    /**
     * @param raw a whole mail, as it came
     * @return what it says about mail of ours; nothing for any other mail
     */
    static List<Report> read(byte[] raw) {
        if (raw.length > MOST_BYTES) {
            return List.of();
        }
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            var type = new ContentType(mail.getContentType());
            if (!type.match("multipart/report")) {
                return List.of();
            }
            return read(new MimeMultipart(mail.getDataHandler().getDataSource()));
        } catch (MessagingException | IOException malformed) {
            return List.of();
        }
    }

    private static List<Report> read(MimeMultipart report) throws MessagingException, IOException {
        Optional<MessageId> message = Optional.empty();
        var blocks = new ArrayList<InternetHeaders>();
        var complaints = new ArrayList<InternetHeaders>();
        for (int index = 0; index < Math.min(report.getCount(), MOST_PARTS); index++) {
            BodyPart part = report.getBodyPart(index);
            String type = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
            switch (type) {
                case "message/delivery-status", "message/global-delivery-status" -> blocks.addAll(blocksOf(part));
                case "message/feedback-report" -> complaints.addAll(blocksOf(part));
                case "message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers" ->
                    message = idOf(part);
                // What people read, and whatever else there may be.
                default -> {}
            }
        }
        if (message.isEmpty()) {
            return List.of();
        }
        MessageId id = message.get();
        return complaints.isEmpty()
                ? blocks.stream().flatMap(block -> delivery(id, block).stream()).toList()
                : complaints.stream()
                        .flatMap(block -> complaint(id, block).stream())
                        .limit(1)
                        .toList();
    }

    private static Optional<MessageId> idOf(BodyPart part) throws MessagingException, IOException {
        try (InputStream returned = part.getInputStream()) {
            Matcher id = OURS.matcher(header(new InternetHeaders(returned, true), "Message-ID"));
            return id.matches() ? Optional.of(new MessageId(id.group(1))) : Optional.empty();
        }
    }

    /** Blocks of headers, with blank lines between. */
    private static List<InternetHeaders> blocksOf(BodyPart part) throws MessagingException, IOException {
        var blocks = new ArrayList<InternetHeaders>();
        try (InputStream content = part.getInputStream()) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : BLANK_LINE.split(text.strip())) {
                blocks.add(new InternetHeaders(
                        new ByteArrayInputStream((block + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)), true));
            }
        }
        return blocks;
    }

    /** RFC 3464, 2.3. The block about the whole message has no action; what is only late is no bounce. */
    private static Optional<Report> delivery(MessageId id, InternetHeaders recipient) {
        String action = header(recipient, "Action").toLowerCase(Locale.ROOT);
        return switch (action) {
            case "failed" -> Optional.of(bounce(id, recipient));
            case "delivered" -> Optional.of(new Report.Receipt(id, ReceiptEvents.Kind.DELIVERED, "", false));
            default -> Optional.empty();
        };
    }

    private static Report bounce(MessageId id, InternetHeaders recipient) {
        String diagnosis = header(recipient, "Diagnostic-Code");
        Optional<EnhancedStatus> named = EnhancedStatus.in(header(recipient, "Status"));
        // Some servers write 5.0.0 whatever it was; then what the next server said is worth more.
        Optional<EnhancedStatus> status = named.filter(known -> !known.isVague())
                .or(() -> EnhancedStatus.in(diagnosis))
                .or(() -> named);
        String reason =
                Addresses.withoutAddresses(status.map(known -> known + " ").orElse("") + diagnosis);
        return new Report.Receipt(
                id,
                ReceiptEvents.Kind.BOUNCED,
                reason,
                status.filter(EnhancedStatus::saysDeadAddress).isPresent());
    }

    private static Optional<Report> complaint(MessageId id, InternetHeaders feedback) {
        String type = header(feedback, "Feedback-Type").toLowerCase(Locale.ROOT);
        return COMPLAINTS.contains(type)
                ? Optional.of(new Report.Receipt(
                        id, ReceiptEvents.Kind.COMPLAINED, "feedback of the mailbox provider: " + type, true))
                : Optional.empty();
    }

    private static String header(InternetHeaders headers, String name) {
        String[] values = headers.getHeader(name);
        return values == null || values.length == 0
                ? ""
                : values[0].replaceAll("\\s+", " ").strip();
    }
}
