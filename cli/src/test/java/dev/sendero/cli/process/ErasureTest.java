package dev.sendero.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.Topics;
import dev.sendero.cli.CommandRun;
import dev.sendero.cli.TryProject;
import dev.sendero.cli.publish.Change;
import dev.sendero.courier.KafkaReceiptSink;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole process with the time of day: somebody comes, is erased by the command, and comes back. */
class ErasureTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String KEY = Base64.getEncoder().encodeToString("dev:".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @Test
    void nothing_goes_out_to_who_has_been_erased_and_no_byte_of_the_store_names_them() throws Exception {
        writeProject();
        try (SenderoProcess process = start()) {
            say(process, "track", "{\"anonymousId\": \"device-of-ada\", \"event\": \"Looked Around\"}");
            say(process, "identify", """
                    {"userId": "ada-lovelace", "anonymousId": "device-of-ada",
                     "traits": {"email": "ada.lovelace@example.com"}}
                    """);
            signUp(process, "userId", "ada-lovelace");
            signUp(process, "userId", "bob");
            awaitMail(process, "ada-lovelace: the first");
            awaitMail(process, "bob: the first");
            assertThat(bytesOfStore()).contains("ada-lovelace", "ada.lovelace@example.com");

            var run = CommandRun.of("profile", "erase", "ada-lovelace", "--at", process.consoleAddress(), "--yes");

            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .contains("Erased 'ada-lovelace'", "1 message,", "1 message in the mailbox", "Receipt: ");
            awaitMail(process, "bob: the second");
            assertThat(mails(process)).doesNotContain("ada-lovelace");
            assertThat(get(process, "/api/customer?id=ada-lovelace"))
                    .contains("\"decisions\":[]")
                    .doesNotContain("ada.lovelace@example.com");
            assertThat(bytesOfStore()).contains("bob").doesNotContain("ada-lovelace", "ada.lovelace@example.com");

            signUp(process, "anonymousId", "device-of-ada");
            awaitMail(process, "device-of-ada: the first");
            signUp(process, "userId", "ada-lovelace");
            awaitMail(process, "ada-lovelace: the first");
        }
    }

    private void writeProject() throws IOException {
        TryProject.in(folder)
                .with("templates/first.liquid", "---\nsubject: \"{{ profile.id }}: the first\"\n---\nHello.")
                .with("templates/second.liquid", "---\nsubject: \"{{ profile.id }}: the second\"\n---\nHello.")
                .with("journeys/hello.yaml", """
                        journey: hello
                        state: live
                        trigger: { event: Signed Up }
                        steps:
                          - id: hello
                            email: { template: first, to: "{{ profile.id }}@example.com", group: transactional }
                          - delay: 10s
                          - id: again
                            email: { template: second, to: "{{ profile.id }}@example.com", group: transactional }
                        """);
    }

    private SenderoProcess start() throws Exception {
        var settings = new ProcessSettings(
                folder, DataFolder.of(folder), 0, "", ProcessClock.real(), ProcessSettings.Feed.HTTP, Map.of());
        return SenderoProcess.start(
                settings,
                ProjectReader.read(ProjectFolder.load(folder)),
                servers -> new KafkaReceiptSink(servers, Topics.DEFAULT.events()),
                new NobodyListens(),
                failure -> {});
    }

    private String bytesOfStore() throws IOException {
        try (Stream<Path> files = Files.list(DataFolder.of(folder).root())) {
            var all = new StringBuilder();
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("store.db"))
                    .toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        }
    }

    private static void awaitMail(SenderoProcess process, String subject) {
        await().atMost(Duration.ofSeconds(60)).until(() -> mails(process).contains(subject));
    }

    private static String mails(SenderoProcess process) throws Exception {
        return get(process, "/api/mailbox");
    }

    private static String get(SenderoProcess process, String path) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(process.consoleAddress() + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static void signUp(SenderoProcess process, String kindOfId, String id) throws Exception {
        say(process, "track", "{\"" + kindOfId + "\": \"" + id + "\", \"event\": \"Signed Up\"}");
    }

    private static void say(SenderoProcess process, String call, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(process.consoleAddress() + "/v1/" + call))
                .header("Authorization", "Basic " + KEY)
                .POST(BodyPublishers.ofString(json))
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private static final class NobodyListens implements ProjectListener {

        @Override
        public void published(Project project, List<Change> changes, Instant effectiveAt) {}

        @Override
        public void refused(Project project) {}

        @Override
        public void failed(String reason) {}
    }
}
