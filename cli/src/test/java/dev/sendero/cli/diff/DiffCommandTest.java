package dev.sendero.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.Golden;
import dev.sendero.cli.TryProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    private static final String CART = """
            journey: cart
            state: live
            trigger:
              sequence:
                - event: Product Added
                  as: added
                - none_of: [Order Completed]
                  for: %s
            steps:
              - id: reminder
                sms: { text: "%s {{ run.added.properties.name }}", to: "+34600", group: transactional }
            """;

    /** Ada never orders, ben orders after 90 minutes, cleo after 30. */
    private static final String EVENTS = """
            {"type":"track","event":"Product Added","userId":"ada","timestamp":"2026-03-02T09:00:00Z","messageId":"1","properties":{"name":"Lamp"}}
            {"type":"track","event":"Product Added","userId":"ben","timestamp":"2026-03-02T09:00:00Z","messageId":"2","properties":{"name":"Rug"}}
            {"type":"track","event":"Product Added","userId":"cleo","timestamp":"2026-03-02T09:00:00Z","messageId":"3","properties":{"name":"Chair"}}
            {"type":"track","event":"Order Completed","userId":"cleo","timestamp":"2026-03-02T09:30:00Z","messageId":"4"}
            {"type":"track","event":"Order Completed","userId":"ben","timestamp":"2026-03-02T10:30:00Z","messageId":"5"}
            """;

    @TempDir
    Path folder;

    private Path events;

    @BeforeEach
    void writeEvents() throws IOException {
        events = Files.writeString(folder.resolve("events.jsonl"), EVENTS);
    }

    private Path project(String name, String lasting, String text) {
        Path project = folder.resolve(name);
        TryProject.in(project).with("journeys/cart.yaml", CART.formatted(lasting, text));
        return project;
    }

    @Test
    void customers_whose_messages_come_later_and_go_are_named() throws IOException {
        Path before = project("a", "1h", "Forgot the");
        Path after = project("b", "2h", "Forgot the");
        Path out = folder.resolve("differences.jsonl");

        var text = CommandRun.of("diff", before, after, "--events", events, "--out", out);
        var json = CommandRun.of("diff", before, after, "--events", events, "--format", "json");

        assertThat(text.exitCode()).isZero();
        assertThat(text.err()).isEmpty();
        Golden.assertMatches("diff-text", text.out());
        Golden.assertMatches("diff-json", json.out().replace(folder.toString(), "."));
        Golden.assertMatches("diff-out", Files.readString(out));
    }

    @Test
    void the_other_way_round_they_come_earlier_and_are_added() {
        Path before = project("a", "2h", "Forgot the");
        Path after = project("b", "1h", "Forgot the");

        assertThat(CommandRun.of("diff", before, after, "--events", events).out())
                .contains("cart, added: ben")
                .contains("cart, earlier: ada");
    }

    @Test
    void a_message_that_says_something_else_is_told_from_one_that_is_the_same() {
        Path before = project("a", "1h", "Forgot the");
        Path after = project("b", "1h", "What about the");

        var run = CommandRun.of("diff", before, after, "--events", events, "--exit-code");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("cart, other text: ada, ben").doesNotContain("added:", "later:");
    }

    @Test
    void nothing_differs_from_itself() {
        Path project = project("a", "1h", "Forgot the");

        var run = CommandRun.of("diff", project, project, "--events", events, "--exit-code");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("cart").doesNotContain("added:", "removed:", "later:");
    }

    @Test
    void revisions_of_a_repository_are_compared_with_each_other_and_with_its_folder() throws Exception {
        Path project = project("repository/shop", "1h", "Forgot the");
        Path repository = folder.resolve("repository");
        git(repository, "init", "-q");
        commit(repository, "one");
        project("repository/shop", "2h", "Forgot the");
        commit(repository, "two");
        project("repository/shop", "3h", "Forgot the");

        assertThat(CommandRun.of("diff", "HEAD~1", project, "--events", events).out())
                .contains("cart, removed: ben", "cart, later: ada");
        assertThat(CommandRun.of("diff", project, "HEAD", "--events", events).out())
                .contains("cart, earlier: ada");
        assertThat(CommandRun.of("diff", "HEAD~1:shop", project, "--events", events)
                        .out())
                .contains("cart, removed: ben");
    }

    @Test
    void what_is_neither_a_folder_nor_a_revision_is_named() throws Exception {
        Path project = project("repository/shop", "1h", "Forgot the");
        git(folder.resolve("repository"), "init", "-q");
        commit(folder.resolve("repository"), "one");

        var run = CommandRun.of("diff", "v9", project, "--events", events);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "error: v9: neither a folder nor a revision of this repository that has the project in shop");
    }

    @Test
    void a_version_with_an_error_is_shown_with_its_problems() {
        Path before = project("a", "1h", "Forgot the");
        Path after = project("b", "soon", "Forgot the");

        var run = CommandRun.of("diff", before, after, "--events", events);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith(after + ":\njourneys/cart.yaml:");
    }

    @Test
    void each_version_sees_the_events_as_it_makes_them_itself() throws IOException {
        Path before = stocked("a", "");
        Path after = stocked("b", """
                derive:
                  Item Viewed: { from: List Viewed, each: items }
                fan_out:
                  Back In Stock: { by: sku, to: { event: Item Viewed, over: 30d } }
                """);
        Path shorter = stocked("c", """
                derive:
                  Item Viewed: { from: List Viewed, each: items }
                fan_out:
                  Back In Stock: { by: sku, to: { event: Item Viewed, over: 1d } }
                """);
        Path seen = Files.writeString(folder.resolve("stock.jsonl"), """
                {"type":"track","event":"List Viewed","userId":"ada","timestamp":"2026-03-02T09:00:00Z","messageId":"1","properties":{"items":[{"sku":"l1"},{"sku":"l2"}]}}
                {"type":"track","event":"List Viewed","userId":"ben","timestamp":"2026-03-03T20:00:00Z","messageId":"2","properties":{"items":[{"sku":"l1"}]}}
                {"type":"track","event":"Back In Stock","userId":"stock","timestamp":"2026-03-04T09:00:00Z","messageId":"3","properties":{"sku":"l1"}}
                """);

        assertThat(CommandRun.of("diff", before, after, "--events", seen).out())
                .contains("back, added: ada, ben\n", "back, removed: stock");
        assertThat(CommandRun.of("diff", after, before, "--events", seen).out())
                .contains("back, added: stock\n", "back, removed: ada, ben");
        assertThat(CommandRun.of("diff", after, shorter, "--events", seen).out())
                .contains("back, removed: ada")
                .doesNotContain("ben", "stock");
    }

    private Path stocked(String name, String events) {
        Path project = folder.resolve(name);
        TryProject.in(project).with("events.yaml", events).with("journeys/back.yaml", """
                journey: back
                state: live
                trigger: { event: Back In Stock }
                steps:
                  - id: note
                    slack: { channel: "#back", text: "{{ profile.id }}" }
                """);
        return project;
    }

    @Test
    void a_report_shows_what_changes_as_one_page_that_needs_no_network() throws IOException {
        Path before = project("a", "1h", "Forgot the");
        Path after = project("b", "2h", "Forgot the");
        Path report = folder.resolve("differences.html");

        var run = CommandRun.of("diff", before, after, "--events", events, "--report", report);

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(report))
                .contains("<section class=\"journey\" id=\"cart\">")
                .contains("2026-03-02: A 2, B 1")
                .contains("2026-03-02: 1 later, 1 removed")
                .contains("One message comes later, by 1h.")
                .contains("<td>ben</td><td>reminder</td><td>removed</td><td>2026-03-02 11:00:00</td><td>–</td>")
                .doesNotContain("<script", "http:", "https:", "url(");
    }

    private static void commit(Path repository, String message) throws Exception {
        git(repository, "add", "-A");
        git(
                repository,
                "-c",
                "user.name=Ada",
                "-c",
                "user.email=ada@example.com",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "-q",
                "-m",
                message);
    }

    private static void git(Path repository, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                .as(command.toString())
                .isZero();
    }
}
