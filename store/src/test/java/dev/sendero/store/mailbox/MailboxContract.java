package dev.sendero.store.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every database must hold to; inherited once for each. */
abstract class MailboxContract {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Rendered.Email EMAIL =
            new Rendered.Email("ada@example.com", "shop@example.com", "Your cart", "", "100% there_", "<p>there</p>");

    private final Mailbox mailbox;

    MailboxContract(TestDatabase database) {
        mailbox = new SqlMailbox(database.emptied());
    }

    @Test
    void a_message_that_is_there_stays_as_it_is() {
        mailbox.put(entry("m1", EMAIL));
        mailbox.put(entry("m1", new Rendered.Sms("+49123", "another text")));

        assertThat(mailbox.size()).isEqualTo(1);
        assertThat(mailbox.find(new MessageId("m1")))
                .get()
                .usingRecursiveComparison()
                .ignoringFields("number")
                .isEqualTo(entry("m1", EMAIL));
    }

    @Test
    void the_newest_come_first_page_by_page() {
        put(5);

        List<MailboxEntry> firstPage = mailbox.newest(Set.of(), "", Long.MAX_VALUE, 2);
        List<MailboxEntry> secondPage =
                mailbox.newest(Set.of(), "", firstPage.get(1).number(), 2);

        assertThat(ids(firstPage)).containsExactly("m4", "m3");
        assertThat(ids(secondPage)).containsExactly("m2", "m1");
    }

    @Test
    void whoever_follows_gets_each_once_and_in_order() {
        put(3);

        List<MailboxEntry> seen = mailbox.after(0, 2);
        List<MailboxEntry> rest = mailbox.after(seen.get(1).number(), 2);

        assertThat(ids(seen)).containsExactly("m0", "m1");
        assertThat(ids(rest)).containsExactly("m2");
    }

    @Test
    void search_finds_recipient_customer_subject_and_text_in_any_case_and_takes_no_wildcards() {
        mailbox.put(entry("m1", EMAIL));
        mailbox.put(entry("m2", new Rendered.Slack("#vip-desk", "GRÜSSE")));

        assertThat(ids(search("ADA@EXAMPLE"))).containsExactly("m1");
        assertThat(ids(search("customer-1"))).containsExactly("m2", "m1");
        assertThat(ids(search("your CART"))).containsExactly("m1");
        assertThat(ids(search("grüsse"))).containsExactly("m2");
        assertThat(ids(search("0% there_"))).containsExactly("m1");
        assertThat(search("0%there")).isEmpty();
    }

    @Test
    void channels_can_be_chosen() {
        mailbox.put(entry("m1", EMAIL));
        mailbox.put(entry("m2", new Rendered.Sms("+49123", "hello")));
        mailbox.put(entry("m3", new Rendered.Webhook("https://example.com", "{}", Map.of("x", "y"))));

        assertThat(ids(mailbox.newest(Set.of(Channel.SMS, Channel.WEBHOOK), "", Long.MAX_VALUE, 9)))
                .containsExactly("m3", "m2");
    }

    @Test
    void messages_put_by_many_threads_all_arrive() {
        IntStream.range(0, 200).parallel().forEach(number -> mailbox.put(entry("m" + number, EMAIL)));

        assertThat(mailbox.size()).isEqualTo(200);
    }

    private void put(int count) {
        IntStream.range(0, count).forEach(number -> mailbox.put(entry("m" + number, EMAIL)));
    }

    private List<MailboxEntry> search(String text) {
        return mailbox.newest(Set.of(), text, Long.MAX_VALUE, 9);
    }

    private static List<String> ids(List<MailboxEntry> entries) {
        return entries.stream().map(entry -> entry.id().value()).toList();
    }

    private static MailboxEntry entry(String id, Rendered content) {
        return new MailboxEntry(
                0,
                new MessageId(id),
                new JourneyId("abandoned-cart"),
                new RunId("run-1"),
                new StepId("reminder"),
                new CustomerId("customer-1"),
                "offers",
                TEN,
                content);
    }
}
