package dev.sendero.cli.backtest;

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

class BacktestCommandTest {

    private static final long SEED = 20260302;

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void writeProject() throws IOException {
        project = folder.resolve("project");
        TryProject.in(project).withAbandonedCart();
        write("map.yaml", ShopLog.MAP);
    }

    @Test
    void the_figures_are_shown_as_a_table_and_for_machines() {
        String csv = new ShopLog(SEED, 300).csv();

        var table = backtest(csv);
        var json = backtest(csv, "--format", "json");

        assertThat(table.exitCode()).isZero();
        assertThat(table.err())
                .matches("[0-9,]+ events of 300 customers in [0-9.]+ s; decided in [0-9.]+ s \\([0-9,]+ events/s\\);"
                        + " at most ([0-9,]+ MiB, )?[0-9,]+ MiB of heap\n");
        Golden.assertMatches("backtest-table", table.out());
        Golden.assertMatches("backtest-json", json.out());
    }

    @Test
    void a_result_is_never_written_over_what_was_read_or_over_another_result() throws IOException {
        Path events = write("events.csv", new ShopLog(SEED, 3).csv());
        String before = Files.readString(events);

        var over = CommandRun.of(
                "backtest", project, "--events", folder, "--map", folder.resolve("map.yaml"), "--out", events);
        var twice = CommandRun.of(
                "backtest", project, "--events", events, "--out", "result.jsonl", "--facts", "./result.jsonl");

        assertThat(List.of(over.exitCode(), twice.exitCode())).containsOnly(2);
        assertThat(over.err()).contains("--out").contains("already named for something else");
        assertThat(twice.err()).contains("--facts ./result.jsonl");
        assertThat(events).hasContent(before);
    }

    @Test
    void a_project_that_stands_behind_the_events_is_found_out() throws IOException {
        Path events = write("events.csv", new ShopLog(SEED, 3).csv());

        var run = CommandRun.of("backtest", "--events", events, project);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("name the project first: sendero backtest " + project);
    }

    @Test
    void messages_and_facts_are_the_same_bytes_on_each_run_and_for_the_file_in_another_order() throws IOException {
        for (long seed = SEED; seed < SEED + 5; seed++) {
            var log = new ShopLog(seed, 200);
            Result first = run(log.csv());

            assertThat(first.messages()).as("seed " + seed).isNotEmpty();
            assertThat(run(log.csv())).as("again, seed " + seed).isEqualTo(first);
            assertThat(run(log.shuffledByCustomer(seed)))
                    .as("shuffled, seed " + seed)
                    .isEqualTo(first);
            assertThat(run(log.interleaved(seed)))
                    .as("interleaved, seed " + seed)
                    .isEqualTo(first);
        }
    }

    @Test
    void events_that_were_converted_and_sorted_give_the_same_messages_as_their_source() throws IOException {
        String csv = new ShopLog(SEED, 200).csv();
        Result direct = run(csv);
        Path converted = folder.resolve("events.jsonl");
        CommandRun.withInput(
                csv,
                "convert",
                "--format",
                "csv",
                "--map",
                folder.resolve("map.yaml"),
                "--sort",
                "--out",
                converted,
                "-");

        assertThat(run(Files.readString(converted))).isEqualTo(direct);
    }

    @Test
    void lines_have_their_keys_in_one_order_and_are_sorted_by_time() throws IOException {
        Result result = run("""
                customer,event,time,name,price,total
                ben,Product Added,2026-03-02T10:00:00Z,Lamp,35,
                ada,Product Added,2026-03-02T09:00:00Z,Chair,20.50,
                ada,Order Completed,2026-03-02T10:30:00Z,,,99.90
                """);

        Golden.assertMatches("backtest-messages", result.messages());
        Golden.assertMatches("backtest-facts", result.facts());
    }

    @Test
    void a_cart_that_was_filled_before_the_login_is_the_users() throws IOException {
        Result result = run("""
                {"messageId":"1","event":"Product Added","anonymousId":"phone","timestamp":"2026-03-02T08:00:00Z",\
                "properties":{"name":"Lamp","price":35}}
                {"messageId":"2","event":"Product Added","anonymousId":"phone","timestamp":"2026-03-02T09:30:00Z",\
                "properties":{"name":"Chair","price":20}}
                {"messageId":"3","type":"identify","anonymousId":"phone","userId":"ada","timestamp":"2026-03-02T10:00:00Z"}
                """);

        assertThat(result.messages().lines().filter(line -> line.contains("\"customer\":\"ada\"")))
                .as("one for the chair, none for what was due before the login")
                .singleElement()
                .asString()
                .contains("2026-03-02T10:30:00Z", "Chair");
        assertThat(result.facts().lines().filter(line -> line.contains("before link")))
                .singleElement()
                .asString()
                .contains("\"customer\":\"ada\"", "2026-03-02T09:00:00Z");
    }

    @Test
    void what_the_bounds_of_identity_leave_out_is_told() {
        var lines = new StringBuilder();
        for (int i = 0; i < 210; i++) {
            lines.append("{\"messageId\":\"%03d\",\"event\":\"E\",\"anonymousId\":\"phone\",".formatted(i))
                    .append("\"timestamp\":\"2026-03-02T08:00:00Z\"}\n");
        }

        assertThat(backtest(lines.toString()).err())
                .contains("note: 10 events of anonymous ids: too many or too old for a login to hand over");
    }

    @Test
    void an_event_about_an_item_reaches_those_who_viewed_it_and_not_who_sent_it() throws IOException {
        TryProject.in(project).with("events.yaml", """
                        fan_out:
                          Back In Stock: { by: sku, to: { event: Product Viewed, over: 30d } }
                        """).with("journeys/back.yaml", """
                        journey: back
                        state: live
                        trigger: { event: Back In Stock }
                        steps:
                          - id: note
                            slack: { channel: "#back", text: "{{ run.trigger.properties.sku }}" }
                        """);
        Result result = run("""
                {"messageId":"6","event":"Back In Stock","userId":"warehouse","timestamp":"2026-03-05T08:00:00Z","properties":{"sku":"l1"}}
                {"messageId":"1","event":"Product Viewed","userId":"ada","timestamp":"2026-03-02T08:00:00Z","properties":{"sku":"l1"}}
                {"messageId":"2","event":"Product Viewed","userId":"ben","timestamp":"2026-03-02T08:00:00Z","properties":{"sku":"l2"}}
                {"messageId":"3","event":"Product Viewed","userId":"cyd","timestamp":"2026-03-06T08:00:00Z","properties":{"sku":"l1"}}
                {"messageId":"4","event":"Product Viewed","anonymousId":"phone","timestamp":"2026-03-02T08:00:00Z","properties":{"sku":"l1"}}
                {"messageId":"5","type":"identify","anonymousId":"phone","userId":"dan","timestamp":"2026-03-03T08:00:00Z"}
                {"messageId":"7","event":"Product Viewed","userId":"eve","timestamp":"2026-02-01T08:00:00Z","properties":{"sku":"l1"}}
                """);

        assertThat(result.messages().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("\"customer\":\"ada\"") && line.contains("2026-03-05T08:00:00Z"))
                .anyMatch(line -> line.contains("\"customer\":\"dan\""));
    }

    @Test
    void a_report_is_one_page_that_asks_nothing_of_any_network() throws IOException {
        Path report = folder.resolve("report.html");

        var run = backtest(new ShopLog(SEED, 300).csv(), "--report", report, "--format", "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(report))
                .contains("Content-Security-Policy", "default-src 'none'")
                .contains("Abandoned cart", "<svg class=\"graph\"", "class=\"funnel\"", "<svg class=\"days\"")
                .contains("<b>" + "%,d".formatted(Integer.parseInt(entered(run))) + "</b>")
                .doesNotContain("http:", "https:", "<script", "<img", "<link", "@import", "url(");
    }

    @Test
    void a_history_that_does_not_fit_in_memory_gives_the_same_bytes() throws IOException {
        String csv = new ShopLog(SEED, 300).interleaved(SEED);
        Path inMemory = folder.resolve("memory.jsonl");
        Path spilled = folder.resolve("spilled.jsonl");

        backtest(csv, "--facts", inMemory);
        System.setProperty(BacktestCommand.MEMORY, "20000");
        try {
            backtest(csv, "--facts", spilled);
        } finally {
            System.clearProperty(BacktestCommand.MEMORY);
        }

        assertThat(Files.readString(spilled)).isNotEmpty().isEqualTo(Files.readString(inMemory));
    }

    @Test
    void until_stops_the_run_in_the_middle() {
        String csv = "customer,event,time,name,price,total\nben,Product Added,2026-03-02T10:00:00Z,Lamp,35,\n";

        assertThat(entered(backtest(csv, "--until", "2026-03-02T10:59:59Z", "--format", "json")))
                .isEqualTo("0");
        assertThat(entered(backtest(csv, "--until", "2026-03-02T11:00:00Z", "--format", "json")))
                .isEqualTo("1");
        assertThat(entered(backtest(csv, "--until", "2026-03-02", "--format", "json")))
                .isEqualTo("0");

        var run = backtest(csv, "--until", "tomorrow");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("error: --until: 'tomorrow' is no time");
    }

    @Test
    void a_project_with_errors_is_not_run() {
        TryProject.in(project).with("journeys/broken.yaml", "journey: broken\nsteps: 3\n");

        var run = backtest("customer,event,time,name,price,total\n");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("journeys/broken.yaml:").contains("error[");
    }

    @Test
    void a_journey_that_is_not_there_is_named_with_one_that_is() {
        var run = backtest("customer,event,time,name,price,total\n", "--journey", "abandoned-crt");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no journey 'abandoned-crt'").contains("did you mean 'abandoned-cart'?");
    }

    @Test
    void messages_that_cannot_be_rendered_are_counted_with_an_example() {
        TryProject.in(project).with("journeys/unreachable.yaml", """
                journey: unreachable
                state: draft
                trigger:
                  event: Product Added
                steps:
                  - id: note
                    slack: { channel: "{{ run.trigger.properties.room }}", text: "{{ profile.id }}" }
                """);
        String csv = """
                customer,event,time,name,price,total
                ben,Product Added,2026-03-02T10:00:00Z,Lamp,35,
                ada,Product Added,2026-03-02T09:00:00Z,Lamp,35,
                """;

        var run = backtest(csv, "--journey", "unreachable");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("warning: 2 messages could not be rendered: unreachable: step 'note': ")
                .contains("(first: customer ada at 2026-03-02T09:00:00Z)");
        assertThat(backtest(csv, "--journey", "unreachable", "--strict").exitCode())
                .isEqualTo(1);
    }

    private record Result(String messages, String facts) {}

    private Result run(String events) throws IOException {
        Path messages = folder.resolve("messages.jsonl");
        Path facts = folder.resolve("facts.jsonl");
        var run = backtest(events, "--out", messages, "--facts", facts);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new Result(Files.readString(messages), Files.readString(facts));
    }

    private CommandRun backtest(String events, Object... more) {
        var arguments = new ArrayList<Object>(
                List.of("backtest", project, "--events", "-", "--map", folder.resolve("map.yaml")));
        arguments.addAll(List.of(more));
        return CommandRun.withInput(events, arguments.toArray());
    }

    private static String entered(CommandRun run) {
        return run.out().replaceAll("(?s).*\"entered\":([0-9]+).*", "$1");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
