package dev.sendero.cli.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.cli.CommandRun;
import dev.sendero.store.Database;
import dev.sendero.store.Pseudonyms;
import dev.sendero.store.erasure.SqlErasures;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.Claimant;
import dev.sendero.store.ledger.Ledger;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.ledger.Planned;
import dev.sendero.store.ledger.Resolution;
import dev.sendero.store.ledger.Result;
import dev.sendero.store.ledger.SqlLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system runs on the store while the commands are used. */
class MessagesCommandTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path project;

    private Database database;
    private Ledger ledger;
    private Claimant courier;

    @BeforeEach
    void aDeadLetterAMessageInDoubtAndOneThatIsSent() throws Exception {
        Files.createDirectories(project.resolve(".sendero"));
        database = Database.sqlite(
                project.resolve(".sendero/store.db"), Pseudonyms.of(new byte[Pseudonyms.SHORTEST_SECRET_BYTES]));
        ledger = new SqlLedger(database);
        courier = ledger.enlist("local", TEN);
        plan("aaaa1111", Channel.EMAIL);
        resolve(Channel.EMAIL, new Result.Failed("550 5.7.1 refused"));
        plan("aaaa2222", Channel.EMAIL);
        resolve(Channel.EMAIL, new Result.Sent("queued as 7"));
        plan("bbbb1111", Channel.SMS);
        resolve(Channel.SMS, new Result.InDoubt("timed out"));
    }

    @AfterEach
    void closeStore() {
        database.close();
    }

    @Test
    void messages_are_listed_with_what_became_of_them_the_newest_first() {
        CommandRun run = messages("list");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().skip(2))
                .satisfiesExactly(
                        line -> assertThat(line).contains("bbbb1111", "in_doubt", "sms", "timed out"),
                        line -> assertThat(line).contains("aaaa2222", "sent"),
                        line -> assertThat(line).contains("aaaa1111", "failed", "abandoned-cart", "550 5.7.1 refused"));
        assertThat(run.out()).doesNotContain("ada@example.com");
    }

    @Test
    void some_are_listed_by_state_and_channel() {
        assertThat(messages("list", "--state", "failed", "--state", "in_doubt", "--channel", "sms")
                        .out())
                .contains("bbbb1111")
                .doesNotContain("aaaa");
        assertThat(messages("list", "--customer", "nobody").err()).contains("No message is like that.");
        assertThat(messages("list", "--state", "faild").err()).contains("did you mean 'failed'?");
    }

    @Test
    void before_the_first_message_it_is_said_that_there_is_none() {
        database.write(handle -> handle.execute("DELETE FROM message_ledger"));

        assertThat(messages("list").err()).contains("There are no messages yet.");
    }

    @Test
    void machines_read_them_as_json() {
        assertThat(messages("list", "--format", "json", "--state", "failed").out())
                .startsWith("{\"format\":\"sendero.messages/1\"")
                .contains("\"id\":\"aaaa1111\"", "\"attempts\":1", "\"reason\":\"550 5.7.1 refused\"");
        assertThat(messages("show", "aaaa1", "--format", "json").out())
                .startsWith("{\"format\":\"sendero.message/1\"")
                .contains("\"history\":[{");
    }

    @Test
    void a_dead_letter_is_tried_again_and_its_history_says_who_wanted_it() {
        CommandRun retry = messages("retry", "aaaa1", "--by", "anna");

        assertThat(retry.out()).isEqualTo("aaaa1111: it is tried again (it was failed)\n");
        assertThat(state("aaaa1111")).isEqualTo(MessageState.WAITING);
        assertThat(messages("show", "aaaa1111").out())
                .contains("failed after try 1: 550 5.7.1 refused", "waiting by anna");
    }

    @Test
    void what_is_sent_is_neither_tried_again_nor_dropped() {
        CommandRun run = messages("drop", "aaaa2222");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("aaaa2222 is sent");
        assertThat(state("aaaa2222")).isEqualTo(MessageState.SENT);
    }

    @Test
    void what_is_left_of_somebody_who_was_erased_names_nobody_and_is_not_tried_again() {
        new SqlErasures(database).begin(new EventId("receipt"), new CustomerId("ada"), TEN, TEN);

        CommandRun run = messages("retry", "aaaa1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("aaaa1111 is of a customer who has been erased");
        assertThat(state("aaaa1111")).isEqualTo(MessageState.FAILED);
        assertThat(messages("retry", "--all", "--state", "failed").out()).startsWith("0 messages");
        assertThat(messages("list", "--customer", "ada").err()).contains("No message is like that.");
        assertThat(messages("list").out() + messages("show", "aaaa1").out())
                .contains("(erased)")
                .doesNotContain("ada", "550 5.7.1 refused");
    }

    @Test
    void all_of_a_kind_are_decided_about_at_once() {
        assertThat(messages("drop", "--all", "--state", "in_doubt").out()).isEqualTo("1 messages: it is dropped\n");
        assertThat(state("bbbb1111")).isEqualTo(MessageState.DROPPED);
        assertThat(messages("retry", "--all").exitCode()).isEqualTo(2);
        assertThat(messages("retry", "--all", "--state", "sent").exitCode()).isEqualTo(2);
        assertThat(messages("retry").err()).contains("which messages?");
    }

    @Test
    void an_id_that_is_not_enough_is_refused() {
        assertThat(messages("show", "aaaa").err()).contains("more than one message whose id begins with 'aaaa'");
        assertThat(messages("show", "cccc").err()).contains("no message whose id begins with 'cccc'");
    }

    @Test
    void without_a_store_nothing_is_made() {
        CommandRun run = CommandRun.of("messages", "list", "--project", project.resolve("elsewhere"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no messages: there is no");
        assertThat(project.resolve("elsewhere")).doesNotExist();
        assertThat(CommandRun.of("messages", "list", "--store", "mysql://x").err())
                .contains("'mysql://x' is no PostgreSQL database");
    }

    private CommandRun messages(String... arguments) {
        return CommandRun.of(Stream.of(Stream.of("messages"), Arrays.stream(arguments), Stream.of("--project", project))
                .flatMap(part -> part)
                .toArray());
    }

    private MessageState state(String id) {
        return ledger.find(new MessageId(id)).orElseThrow().state();
    }

    private void resolve(Channel channel, Result result) {
        Claim claim = ledger.claim(courier, channel, List.of(0), 1, TEN, TEN.plus(Duration.ofMinutes(30)))
                .get(0);
        ledger.record(courier, List.of(new Resolution(claim, result)), TEN);
    }

    private void plan(String id, Channel channel) {
        var message = new Message(
                new MessageId(id),
                new JourneyId("abandoned-cart"),
                "v1",
                new RunId("run-1"),
                new StepId("reminder"),
                channel,
                new CustomerId("ada"),
                TEN,
                "ada@example.com",
                "offers",
                new ContentId("content-1"),
                Map.of(),
                Instant.MAX);
        ledger.plan(List.of(new Planned(message, 0)), List.of(), TEN);
    }
}
