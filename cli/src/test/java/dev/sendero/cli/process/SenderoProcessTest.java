package dev.sendero.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.Topics;
import dev.sendero.cli.TryProject;
import dev.sendero.cli.publish.Change;
import dev.sendero.courier.KafkaReceiptSink;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole process in this one, with the time of day: from an event over HTTP to a message, and what saves do meanwhile. */
class SenderoProcessTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final Saves saves = new Saves();

    @Test
    void events_lead_to_messages_and_a_save_takes_effect_unless_it_is_broken() throws Exception {
        TryProject project = TryProject.in(folder)
                .with("templates/first.liquid", "---\nsubject: \"{{ profile.id }}: the first\"\n---\nHello.")
                .with("templates/second.liquid", "---\nsubject: \"{{ profile.id }}: the second\"\n---\nHello.")
                .with("journeys/hello.yaml", journeySaying("first"));
        try (SenderoProcess process = start()) {
            assertThat(saves.next()).isInstanceOf(Saves.Published.class);

            signUp("ada", process);
            Instant saved = Instant.now();
            project.with("journeys/hello.yaml", journeySaying("second"));
            Instant effectiveAt = ((Saves.Published) saves.next()).effectiveAt();
            Awaitility.await("the save is in force").until(() -> Instant.now().isAfter(effectiveAt));
            signUp("bob", process);
            project.with("journeys/hello.yaml", journeySaying("first").replace("email:", "emial:"));
            var refused = (Saves.Refused) saves.next();
            signUp("cem", process);

            assertThat(effectiveAt).isBefore(saved.plus(Duration.ofSeconds(2)));
            assertThat(refused.project().hasErrors()).isTrue();
            assertThat(get("/api/journeys", process))
                    .contains("\"unknown-step\"")
                    .contains("did you mean 'email'?");
            Awaitility.await("the messages are in the mailbox")
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(get("/api/mailbox", process))
                            .contains("ada: the first")
                            .contains("bob: the second")
                            .contains("cem: the second"));
        }
    }

    private SenderoProcess start() throws Exception {
        var settings = new ProcessSettings(
                folder, DataFolder.of(folder), 0, "", ProcessClock.real(), ProcessSettings.Feed.HTTP, Map.of());
        return SenderoProcess.start(
                settings,
                ProjectReader.read(ProjectFolder.load(folder)),
                servers -> new KafkaReceiptSink(servers, Topics.DEFAULT.events()),
                saves,
                failure -> saves.failed(String.valueOf(failure)));
    }

    private static String journeySaying(String word) {
        return """
                journey: hello
                state: live
                trigger: { event: Signed Up }
                steps:
                  - id: hello
                    email: { template: %s, to: "{{ profile.id }}@example.com", group: transactional }
                """.formatted(word);
    }

    private static void signUp(String customer, SenderoProcess process) throws Exception {
        String key = Base64.getEncoder().encodeToString("dev:".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(process.consoleAddress() + "/v1/track"))
                .header("Authorization", "Basic " + key)
                .POST(BodyPublishers.ofString("{\"userId\":\"" + customer + "\",\"event\":\"Signed Up\"}"))
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private static String get(String path, SenderoProcess process) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(process.consoleAddress() + path))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    /** What became of each save, one after the other. */
    private static final class Saves implements ProjectListener {

        private sealed interface Outcome {}

        private record Published(Instant effectiveAt) implements Outcome {}

        private record Refused(Project project) implements Outcome {}

        private record Failed(String reason) implements Outcome {}

        private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

        Outcome next() throws InterruptedException {
            Outcome outcome = outcomes.poll(20, TimeUnit.SECONDS);
            assertThat(outcome).as("a save was heard of").isNotNull();
            return outcome;
        }

        @Override
        public void published(Project project, List<Change> changes, Instant effectiveAt) {
            outcomes.add(new Published(effectiveAt));
        }

        @Override
        public void refused(Project project) {
            outcomes.add(new Refused(project));
        }

        @Override
        public void failed(String reason) {
            outcomes.add(new Failed(reason));
        }
    }
}
