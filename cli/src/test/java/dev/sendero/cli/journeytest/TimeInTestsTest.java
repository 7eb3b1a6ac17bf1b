package dev.sendero.cli.journeytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.TryProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journeys that time begins or holds back, as {@code sendero test} and {@code sendero backtest} run them. */
class TimeInTestsTest {

    private static final String TEXT = "    sms: { text: Hello, to: \"+34600000001\", group: transactional }\n";

    @TempDir
    Path folder;

    private CommandRun test(String journey, String tests) {
        TryProject.in(folder)
                .with("journeys/j.yaml", "journey: j\nstate: live\n" + journey)
                .with("tests/j.yaml", "journey: j\ntests:\n" + tests);
        return CommandRun.of("test", folder);
    }

    private static void assertPassed(CommandRun run) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @Test
    void a_yearly_date_comes_once_after_the_last_event_of_a_test() {
        assertPassed(test("""
                trigger:
                  date: { trait: birthday, at: "09:00", before: 3d, every: year }
                steps:
                  - id: greeting
                """ + TEXT, """
                  - name: three days before the birthday
                    profile: { id: ada, traits: { birthday: 1990-03-07, timezone: Asia/Kolkata } }
                    events: []
                    expect:
                      - { at: "+2d 09:00", sms: greeting }
                  - name: a birthday that has passed is one of the next year
                    profile: { id: ada, traits: { birthday: 1990-03-05 } }
                    events:
                      - { at: "10:00", event: Signed Up }
                    expect:
                      - { at: "+365d 09:00", sms: greeting }
                """));
    }

    @Test
    void a_schedule_comes_once_after_the_last_event_of_a_test() {
        assertPassed(test("""
                trigger:
                  schedule: { every: thursday, at: "09:00", timezone: customer }
                audience: profile.traits.plan == "pro"
                steps:
                  - id: digest
                """ + TEXT, """
                  - name: on Thursday
                    profile: { id: ada, traits: { plan: pro } }
                    events: []
                    expect:
                      - { at: "+3d 09:00", sms: digest }
                  - name: not for others
                    profile: { id: ada, traits: { plan: free } }
                    events: []
                    expect: []
                """));
    }

    @Test
    void a_call_is_an_event_of_a_test() {
        assertPassed(test("""
                trigger:
                  api: password-reset
                steps:
                  - id: link
                    sms: { text: "{{ run.trigger.properties.link }}", to: "+34600000001", group: transactional }
                """, """
                  - name: the link goes out at once
                    events:
                      - { at: "10:00", api: password-reset, properties: { link: https://example.com/r } }
                    expect:
                      - { at: "10:00", sms: link, text: "https://example.com/r" }
                """));
    }

    @Test
    void a_delay_until_the_morning_and_quiet_hours_are_in_the_zone_of_the_customer() {
        TryProject.in(folder);
        var run = test("""
                trigger:
                  event: Signed Up
                steps:
                  - id: first
                """ + TEXT + """
                  - delay: { until: "18:00" }
                  - id: second
                """ + TEXT, """
                  - name: in the evening
                    profile: { id: ada, traits: { timezone: America/New_York } }
                    events:
                      - { at: "22:00", event: Signed Up }
                    expect:
                      - { at: "+1d 08:00", sms: first }
                      - { at: "+1d 18:00", sms: second }
                """);
        assertThat(run.exitCode()).as("without quiet hours").isOne();

        Path settings = folder.resolve("sendero.yaml");
        TryProject.in(folder).with("sendero.yaml", """
                quiet_hours: { sms: { from: "21:00", to: "08:00" } }
                """);
        assertThat(settings).exists();
        assertPassed(CommandRun.of("test", folder));
    }

    @Test
    void a_backtest_has_what_is_on_the_calendar_until_the_last_event() {
        TryProject.in(folder).with("journeys/digest.yaml", """
                journey: digest
                state: live
                trigger:
                  schedule: { every: monday, at: "09:00" }
                steps:
                  - id: text
                """ + TEXT).with("events.jsonl", """
                {"type":"identify","messageId":"1","userId":"ada","timestamp":"2026-03-01T10:00:00Z","traits":{"plan":"pro"}}
                {"type":"track","messageId":"2","userId":"bob","event":"Seen","timestamp":"2026-03-20T10:00:00Z"}
                """);

        var run = CommandRun.of(
                "backtest", folder, "--events", folder.resolve("events.jsonl"), "--out", folder.resolve("out.jsonl"));

        assertPassed(run);
        assertThat(folder.resolve("out.jsonl"))
                .content()
                .contains("2026-03-02T08:00:00Z", "2026-03-09T08:00:00Z", "2026-03-16T08:00:00Z");
        assertThat(folder.resolve("out.jsonl")).content().hasLineCount(3);
    }

    @Test
    void a_diff_has_what_is_on_the_calendar_until_the_last_event() {
        Path mondays = folder.resolve("mondays");
        Path fridays = folder.resolve("fridays");
        digest(mondays, "monday");
        digest(fridays, "friday");
        Path events = folder.resolve("events.jsonl");
        TryProject.in(folder).with("events.jsonl", """
                {"type":"identify","messageId":"1","userId":"ada","timestamp":"2026-03-01T10:00:00Z","traits":{"plan":"pro"}}
                {"type":"track","messageId":"2","userId":"bob","event":"Seen","timestamp":"2026-03-20T10:00:00Z"}
                """);

        var run = CommandRun.of("diff", mondays, fridays, "--events", events);

        assertPassed(run);
        assertThat(run.out()).contains("digest");
    }

    private static void digest(Path project, String day) {
        TryProject.in(project).with("journeys/digest.yaml", """
                journey: digest
                state: live
                trigger:
                  schedule: { every: %s, at: "09:00" }
                steps:
                  - id: text
                """.formatted(day) + TEXT);
    }
}
