package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.project.Publications;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Quiet hours and frequency caps in the job: who waits and what counts is known after a restart. Times are UTC. */
class SendingInTheJobTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

    private static final String QUIET = "quiet_hours: { email: { from: \"21:00\", to: \"08:00\" } }\n";

    private static final String CAP = "frequency_caps: [{ at_most: 2, per: 1d }]\n";

    private static final String GROUPS = """
            subscription_groups:
              offers: { channels: [email, sms], default: opted_in }
            """;

    private int events;

    /** A journey that a message follows at once, and another one an hour later. */
    private static String journey(String id, int priority, String trigger) {
        return """
                journey: %1$s
                state: live
                priority: %2$d
                trigger: { event: %3$s }
                runs: unbounded
                steps:
                  - { id: %1$s, email: { template: offer, group: offers } }
                  - { id: pause, delay: 1h }
                  - { id: %1$s-note, slack: { channel: "#notes", text: sent } }
                """.formatted(id, priority, trigger);
    }

    private static ShopTasks tasks(String settings, Map<String, String> journeys) throws Exception {
        var files = new TreeMap<String, String>();
        files.put("sendero.yaml", settings + GROUPS);
        files.put("templates/offer.liquid", "---\nsubject: Hello\n---\n<p>Hello</p>\n");
        journeys.forEach((id, text) -> files.put("journeys/" + id + ".yaml", text));
        Project project = ProjectReader.read(new ProjectFiles(files));
        assertThat(project.problems()).isEmpty();
        return new ShopTasks(project.journeys().keySet().stream()
                .map(id -> Publications.of(project, id, MIDNIGHT))
                .toList());
    }

    private static Instant time(int day, int hour) {
        return MIDNIGHT.plusSeconds(86_400L * day + 3_600L * hour);
    }

    private void meets(ShopTasks tasks, Instant at, String zone) throws Exception {
        var traits = new HashMap<String, Object>(Map.of("email", "ada@example.com", "timezone", zone));
        tasks.event(Event.identify(new EventId("e" + events++), new CustomerId("ada"), at, traits));
        tasks.timeReaches(at);
    }

    private void does(ShopTasks tasks, Instant at, String name) throws Exception {
        tasks.event(Event.track(new EventId("e" + events++), name, new CustomerId("ada"), at, Map.of()));
        tasks.timeReaches(at);
    }

    @Test
    void a_run_that_waits_out_quiet_hours_goes_on_after_a_restart_and_the_next_delay_counts_from_the_release()
            throws Exception {
        var tasks = tasks(QUIET, Map.of("cart", journey("cart", 50, "Product Added")));
        meets(tasks, time(0, 1), "UTC");
        does(tasks, time(0, 22), "Product Added");
        tasks.restart(2);
        tasks.timeReaches(time(1, 3));
        tasks.restart(1);
        tasks.timeReaches(time(1, 8));
        tasks.restart(3);
        tasks.timeReaches(time(2, 0));
        tasks.close();

        assertThat(tasks.sent()).containsExactly("2026-03-02T08:00:00Z ada cart", "2026-03-02T09:00:00Z ada cart-note");
    }

    @Test
    void who_travels_while_a_message_waits_gets_it_in_the_morning_of_the_new_place() throws Exception {
        var tasks = tasks(QUIET, Map.of("cart", journey("cart", 50, "Product Added")));
        meets(tasks, time(0, 1), "UTC");
        does(tasks, time(0, 22), "Product Added");
        tasks.restart(2);
        meets(tasks, time(1, 2), "America/New_York");
        tasks.restart(1);
        tasks.timeReaches(time(1, 12));
        tasks.restart(2);
        tasks.timeReaches(time(2, 0));
        tasks.close();

        assertThat(tasks.sent()).containsExactly("2026-03-02T13:00:00Z ada cart", "2026-03-02T14:00:00Z ada cart-note");
    }

    @Test
    void who_travels_into_the_day_while_a_message_waits_gets_it_at_once() throws Exception {
        var tasks = tasks(QUIET, Map.of("cart", journey("cart", 50, "Product Added")));
        meets(tasks, time(0, 1), "UTC");
        does(tasks, time(0, 22), "Product Added");
        tasks.restart(2);
        meets(tasks, time(0, 23), "Asia/Tokyo");
        tasks.close();

        assertThat(tasks.sent()).containsExactly("2026-03-01T23:00:00Z ada cart");
    }

    @Test
    void what_was_sent_before_a_restart_counts_for_the_caps_of_all_journeys_and_priority_decides_about_the_last_place()
            throws Exception {
        var tasks = tasks(
                CAP,
                Map.of(
                        "first", journey("first", 50, "Product Viewed"),
                        "minor", journey("minor", 10, "Product Added"),
                        "urgent", journey("urgent", 90, "Product Added")));
        meets(tasks, time(0, 1), "UTC");
        does(tasks, time(0, 10), "Product Viewed");
        tasks.restart(2);
        does(tasks, time(0, 12), "Product Added");
        tasks.restart(1);
        does(tasks, time(1, 9), "Product Viewed");
        does(tasks, time(1, 10), "Product Viewed");
        tasks.close();

        assertThat(tasks.sent())
                .filteredOn(line -> !line.endsWith("-note"))
                .containsExactly(
                        "2026-03-01T10:00:00Z ada first",
                        "2026-03-01T12:00:00Z ada urgent",
                        "2026-03-02T10:00:00Z ada first");
        assertThat(tasks.outcome())
                .filteredOn(line -> line.contains("type=MESSAGE_SKIPPED"))
                .hasSize(2)
                .allMatch(line -> line.contains("frequency_cap"))
                .anyMatch(line -> line.contains("journey=minor") && line.contains("at=2026-03-01T12:00:00Z"))
                .anyMatch(line -> line.contains("journey=first") && line.contains("at=2026-03-02T09:00:00Z"));
    }

    @Test
    void messages_that_quiet_hours_have_kept_back_go_out_by_priority_until_the_cap_is_reached() throws Exception {
        var tasks = tasks(
                QUIET + CAP,
                Map.of(
                        "first", journey("first", 50, "Product Viewed"),
                        "minor", journey("minor", 10, "Product Viewed"),
                        "urgent", journey("urgent", 90, "Product Added")));
        meets(tasks, time(0, 1), "UTC");
        does(tasks, time(0, 22), "Product Viewed");
        does(tasks, time(0, 23), "Product Added");
        tasks.restart(2);
        tasks.timeReaches(time(1, 8));
        tasks.close();

        assertThat(tasks.sent()).containsExactly("2026-03-02T08:00:00Z ada first", "2026-03-02T08:00:00Z ada urgent");
        assertThat(tasks.outcome())
                .filteredOn(line -> line.contains("frequency_cap"))
                .singleElement()
                .asString()
                .contains("journey=minor", "at=2026-03-02T08:00:00Z");
    }
}
