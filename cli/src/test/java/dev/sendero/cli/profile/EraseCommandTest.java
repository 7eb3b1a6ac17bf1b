package dev.sendero.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sendero.cli.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command beside a system that answers what it is told to. */
class EraseCommandTest {

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 202;
    private int questionsUntilDone = 2;
    private String cleared = """
            {"stoppedMessages": 1, "messages": 3, "facts": 12, "mails": 1, "consents": 0}""";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        boolean erases = exchange.getRequestMethod().equals("DELETE");
        questionsUntilDone -= erases ? 0 : 1;
        String json = erases
                ? "{\"success\": %s, \"receipt\": \"r-1\", \"error\": \"not now\"}".formatted(status == 202)
                : """
                {"receipt": "r-1", "requestedAt": "2026-03-01T10:00:00Z", "done": %s, "doneAt": "2026-03-01T10:00:03Z",
                 "cleared": %s}
                """.formatted(questionsUntilDone <= 0, cleared);
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(erases ? status : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private CommandRun erase(String id, String... more) {
        var arguments = new ArrayList<>(List.of("profile", "erase", id, "--at", address()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private String address() {
        return "localhost:" + server.getAddress().getPort();
    }

    @Test
    void it_waits_until_it_is_done_and_says_what_was_cleared() {
        var run = erase("ada", "--yes");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                Erased 'ada': the engine has forgotten, and the store is cleared.
                  3 messages, 1 of which would still have been sent
                  12 decisions in the journal
                  1 message in the mailbox
                  0 records of consent
                Receipt: r-1
                """);
        assertThat(run.exitCode()).isZero();
        assertThat(asked).containsExactly("DELETE /v1/profiles?id=ada", "GET /v1/erasures/r-1", "GET /v1/erasures/r-1");
    }

    @Test
    void of_whom_nothing_was_kept_it_is_said_that_the_id_may_be_another_one() {
        cleared = """
                {"stoppedMessages": 0, "messages": 0, "facts": 0, "mails": 0, "consents": 0}""";

        assertThat(erase("Ada", "--yes").out()).isEqualToNormalizingNewlines("""
                Erased 'Ada': the engine has forgotten. The store held nothing; ids are compared letter by letter.
                Receipt: r-1
                """);
    }

    @Test
    void an_id_may_hold_any_character() {
        erase("a/b c&d", "--yes");

        assertThat(asked.get(0)).isEqualTo("DELETE /v1/profiles?id=a%2Fb+c%26d");
    }

    @Test
    void where_nobody_can_be_asked_it_has_to_be_said_that_it_is_meant() {
        var run = erase("ada");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nobody is there to be asked whether 'ada' is to be erased", "--yes");
        assertThat(asked).isEmpty();
    }

    @Test
    void an_engine_that_has_not_forgotten_in_time_is_told_of() {
        questionsUntilDone = 100;

        var run = erase("ada", "--yes", "--wait", "0");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("the engine has not said within 0 s", "/v1/erasures/r-1 tells when it is done");
    }

    @Test
    void a_system_that_cannot_tell_its_engine_is_to_be_asked_again() {
        status = 503;

        var run = erase("ada", "--yes");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("not now", "Run the same command again");
    }

    @Test
    void something_else_that_answers_does_not_erase() {
        status = 404;

        var run = erase("ada", "--yes");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("it does not erase customers: it answers 404");
    }

    @Test
    void where_nobody_answers_nobody_is_erased() {
        server.stop(0);

        var run = erase("ada", "--yes");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("nobody answers there");
    }
}
