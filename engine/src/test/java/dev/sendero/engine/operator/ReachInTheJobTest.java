package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.event.Event;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.project.Publications;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What decides whom a message reaches, in the job: nothing of it is lost in publications, in events or in a restart. */
class ReachInTheJobTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private static final String SETTINGS = """
            name: Shop
            subscription_groups:
              offers: { title: Offers, channels: [email, sms, push], default: opted_in }
            """;

    private static final String CART = """
            journey: cart
            state: live
            trigger: { event: Product Added }
            steps:
              - id: nudge
                first_reachable:
                  - email: { template: offer, group: offers }
                  - sms: { text: Hello, group: offers }
              - start: care
              - delay: 1h
              - id: ordered
                wait_until:
                  - event: Order Completed
                    as: order
                    since: nudge
                    steps:
                      - crm: { object: contact, set: { total: "{{ run.order.properties.total }}" } }
                  - timeout: 1d
                    steps: []
            """;

    private static final String CARE = """
            journey: care
            state: live
            trigger: { event: Complaint Filed }
            steps:
              - id: note
                slack: { channel: "#care", text: "{{ run.trigger.properties.name }}" }
            """;

    private static List<JourneyPublication> publications(String settings) {
        Project project = ProjectReader.read(new ProjectFiles(new TreeMap<>(Map.of(
                "sendero.yaml",
                settings,
                "journeys/cart.yaml",
                CART,
                "journeys/care.yaml",
                CARE,
                "templates/offer.liquid",
                "---\nsubject: Hello\n---\n<p>Hello</p>\n",
                "templates/offer.es.liquid",
                "---\nsubject: Hola\n---\n<p>Hola</p>\n"))));
        assertThat(project.problems()).isEmpty();
        return List.of(
                Publications.of(project, new JourneyId("cart"), NINE),
                Publications.of(project, new JourneyId("care"), NINE));
    }

    private static Event event(String name, int minute, Map<String, Object> properties) {
        return Event.track(
                new EventId("e" + minute), name, new CustomerId("ada"), TEN.plusSeconds(60L * minute), properties);
    }

    private static List<String> told(String settings) throws Exception {
        var tasks = new ShopTasks(publications(settings));
        tasks.event(Event.identify(
                new EventId("i"),
                new CustomerId("ada"),
                NINE.plusSeconds(60),
                Map.of("email", "ada@example.com", "phone", "+34600000001")));
        tasks.event(event("Email Bounced", -10, Map.of()));
        tasks.timeReaches(TEN.minusSeconds(60));
        tasks.restart(2);
        tasks.event(event("Product Added", 0, Map.of("name", "Lamp")));
        tasks.event(event("Order Completed", 30, Map.of("total", 35L)));
        tasks.timeReaches(TEN.plusSeconds(45 * 60));
        tasks.restart(1);
        tasks.timeReaches(TEN.plusSeconds(3 * 3_600));
        tasks.close();
        return tasks.outcome();
    }

    @Test
    void the_job_knows_of_suppression_started_journeys_and_what_happened_before_a_wait() throws Exception {
        assertThat(told(SETTINGS))
                .anyMatch(line -> line.contains("type=STEP, step=nudge") && line.contains("email suppressed"))
                .anyMatch(line -> line.contains("type=MESSAGE_REQUESTED, step=nudge, arm=sms"))
                .anyMatch(line -> line.contains("journey=care") && line.contains("type=ENTERED"))
                .anyMatch(line -> line.contains("type=MESSAGE_REQUESTED, step=note, arm=slack"))
                .anyMatch(line -> line.contains("at=2026-03-01T11:00:00Z")
                        && line.contains("type=STEP, step=ordered, arm=Order Completed"))
                .anyMatch(line -> line.contains("type=MESSAGE_REQUESTED, step=4.1.1, arm=crm"));
    }

    @Test
    void the_job_holds_out_of_all_journeys_whom_the_project_holds_out() throws Exception {
        assertThat(told(SETTINGS + "holdout: 100%\n"))
                .singleElement()
                .asString()
                .contains("journey=cart", "type=HELD_OUT", "reason=global");
    }
}
