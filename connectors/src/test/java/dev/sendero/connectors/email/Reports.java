package dev.sendero.connectors.email;

import java.nio.charset.StandardCharsets;

/** Mail as servers send it when mail of ours could not be delivered, or is called spam. */
final class Reports {

    static final String DEAD = "Action: failed\nStatus: 5.1.1\n"
            + "Diagnostic-Code: smtp; 550 5.1.1 <ada@example.com>:\n    Recipient address rejected";

    private Reports() {}

    /** @param recipient what is said about the recipient */
    static byte[] delivery(String recipient) {
        return delivery(recipient, "text/rfc822-headers", "Message-ID: <m1@example.com>\nSubject: Your cart\n");
    }

    static byte[] delivery(String recipient, String returnedType, String returned) {
        return report(
                "delivery-status",
                "message/delivery-status",
                "Reporting-MTA: dns; mx.example.com\nArrival-Date: Sun, 1 Mar 2026 10:00:00 +0000\n\n"
                        + "Final-Recipient: rfc822; ada@example.com\n" + recipient + "\n",
                returnedType,
                returned);
    }

    static byte[] feedback(String type) {
        return report(
                "feedback-report",
                "message/feedback-report",
                "Feedback-Type: " + type + "\nUser-Agent: Provider/1\nVersion: 1\n",
                "message/rfc822",
                "From: shop@example.com\nMessage-ID: <m1@example.com>\nSubject: Your cart\n\ntext\n");
    }

    private static byte[] report(String kind, String type, String said, String returnedType, String returned) {
        String mail = """
                From: MAILER-DAEMON@mx.example.com
                To: bounces@example.com
                Subject: Returned
                Message-ID: <other@mx.example.com>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=%s; boundary="b"

                --b
                Content-Type: text/plain

                What people read.

                --b
                Content-Type: %s

                %s
                --b
                Content-Type: %s

                %s
                --b--
                """.formatted(kind, type, said, returnedType, returned);
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
