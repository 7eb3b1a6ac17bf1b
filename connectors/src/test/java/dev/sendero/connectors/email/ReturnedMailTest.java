package dev.sendero.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.Report;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.MessageId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnedMailTest {

    private static final MessageId M1 = new MessageId("m1");

    @Test
    void mail_to_nobody_names_the_message_and_kills_the_address_without_telling_it() {
        assertThat(ReturnedMail.read(Reports.delivery(Reports.DEAD)))
                .containsExactly(new Report.Receipt(
                        M1,
                        ReceiptEvents.Kind.BOUNCED,
                        "5.1.1 smtp; 550 5.1.1 <(address)>: Recipient address rejected",
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, true",
        "5.1.2, true",
        "5.1.10, true",
        "5.2.1, true",
        "5.4.4, true",
        "5.0.0, true",
        "5.1.8, false",
        "5.2.2, false",
        "5.3.4, false",
        "5.7.1, false",
        "5.7.26, false",
        "4.4.7, false",
        "4.2.2, false"
    })
    void a_bounce_kills_an_address_only_where_nothing_will_ever_arrive(String status, boolean dead) {
        assertThat(ReturnedMail.read(Reports.delivery("Action: failed\nStatus: " + status)))
                .containsExactly(new Report.Receipt(M1, ReceiptEvents.Kind.BOUNCED, status, dead));
    }

    @Test
    void where_the_status_is_vague_the_next_servers_words_count() {
        String policy = "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.7.1 blocked";

        assertThat(ReturnedMail.read(Reports.delivery(policy)))
                .containsExactly(
                        new Report.Receipt(M1, ReceiptEvents.Kind.BOUNCED, "5.7.1 smtp; 550 5.7.1 blocked", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Action: delayed\nStatus: 4.4.1", "Action: relayed\nStatus: 2.0.0", "Status: 5.1.1"})
    void what_is_late_or_on_its_way_is_no_bounce(String recipient) {
        assertThat(ReturnedMail.read(Reports.delivery(recipient))).isEmpty();
    }

    @Test
    void a_server_may_say_that_it_has_delivered() {
        assertThat(ReturnedMail.read(Reports.delivery("Action: delivered\nStatus: 2.0.0")))
                .containsExactly(new Report.Receipt(M1, ReceiptEvents.Kind.DELIVERED, "", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abuse", "fraud", "Opt-Out"})
    void a_complaint_kills_the_address(String type) {
        assertThat(ReturnedMail.read(Reports.feedback(type)))
                .singleElement()
                .isInstanceOfSatisfying(Report.Receipt.class, receipt -> {
                    assertThat(receipt.message()).isEqualTo(M1);
                    assertThat(receipt.kind()).isEqualTo(ReceiptEvents.Kind.COMPLAINED);
                    assertThat(receipt.deadAddress()).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-spam", "virus", "auth-failure", ""})
    void other_feedback_is_no_complaint(String type) {
        assertThat(ReturnedMail.read(Reports.feedback(type))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Subject: no id", "Message-ID: ", "Message-ID: m1@example.com", "Message-ID: <../../etc@x> <b@c>"
            })
    void a_report_about_no_mail_of_ours_says_nothing(String returned) {
        assertThat(ReturnedMail.read(Reports.delivery(Reports.DEAD, "text/rfc822-headers", returned + "\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\r\n\r\n", "hello", "Content-Type: multipart/report\r\n\r\n", "Content-Type: ;;\r\n\r\n"})
    void other_mail_says_nothing(String mail) {
        assertThat(ReturnedMail.read(mail.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void whatever_is_sent_instead_of_a_report_does_no_harm() {
        byte[] good = Reports.delivery(Reports.DEAD);
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            byte[] broken = Arrays.copyOf(good, random.nextInt(good.length));
            for (int change = 0; change < Math.min(5, broken.length); change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }

            List<Report> reports = ReturnedMail.read(broken);

            assertThat(reports).as("seed %d", seed).hasSizeLessThan(2);
        }
    }
}
