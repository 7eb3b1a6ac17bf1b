package dev.sendero.rules.journey.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.JourneyId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.expression.cel.CelCompiler;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.ExitRule;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.ScheduleDays;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.journey.WaitFor;
import dev.sendero.rules.journey.ZoneChoice;
import dev.sendero.rules.plan.TrackingPlan;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemPrinter;
import dev.sendero.rules.problem.SourceFile;
import dev.sendero.rules.template.LiquidChecker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JourneyReaderTest {

    private static final CelCompiler COMPILER = new CelCompiler(TrackingPlan.NONE);

    private static final String CART = """
            journey: abandoned-cart
            title: Abandoned cart
            stage: decision
            state: live                      # draft | live | paused | ended
            priority: 60

            trigger:
              sequence:
                - event: Product Added
                  as: added
                  where: event.properties.price >= 20
                - any_of: [Cart Viewed, { event: Product Viewed, where: event.properties.price > 5 }]
                  times: 2
                  within: 1d
                - none_of: [Product Added, Order Completed]
                  for: 1h
              within: 2w
              per: { property: cart_id, except: { Order Completed: checkout_id } }

            audience: >-
              profile.traits.email != "" && !("vip" in profile.segments)
            runs: one_per_customer
            reentry: 7d

            exit:
              - event: Order Completed
                scope: customer
              - when: profile.traits.plan == "pro"
            conversion:
              event: Order Completed
              within: 3d
              value: event.properties.total
            holdout: 10%

            steps:
              - id: reminder
                email: { template: cart-reminder, group: offers, expires: 12h }
              - id: came-back
                wait_until:
                  - clicked: reminder
                    steps:
                      - exit: came back
                  - event: Product Viewed
                    as: seen
                  - timeout: 24h
                    steps:
                      - delay: 1h30m
              - branch:
                  - if: run.added.properties.price >= 100
                    steps:
                      - sms: { text: "Your {{ run.added.properties.name }} is here", group: offers, to: "+34600" }
                  - otherwise:
                      - id: offer
                        random_split:
                          - name: discount
                            share: 33.34%
                            steps: []
                          - { name: plain, share: 66.66%, steps: [] }
              - slack: { channel: "#desk", text: "{{ profile.id }} left" }
              - webhook:
                  url: https://crm.example/hook
                  headers: { X-Source: sendero }
                  body: { customer: "{{ profile.id }}", visits: 3, tags: [a, b] }
              - set: { lapsed: true, name: profile.traits.name }
            """;

    @Test
    void the_head_of_a_journey_says_who_enters_and_leaves() {
        Journey journey = read(CART);

        assertThat(journey.id()).isEqualTo(new JourneyId("abandoned-cart"));
        assertThat(journey.title()).isEqualTo("Abandoned cart");
        assertThat(journey.stage()).isEqualTo("decision");
        assertThat(journey.state()).isEqualTo(JourneyState.LIVE);
        assertThat(journey.priority()).isEqualTo(60);
        assertThat(journey.audience().source())
                .isEqualTo("profile.traits.email != \"\" && !(\"vip\" in profile.segments)");
        assertThat(journey.runs()).isEqualTo(RunLimit.ONE_PER_CUSTOMER);
        assertThat(journey.reentry()).isEqualTo(new Reentry.After(Duration.ofDays(7)));
        assertThat(journey.holdout()).isEqualTo(Share.ofPercent(10));
        assertThat(((ExitRule.OnEvent) journey.exits().get(0)).scope()).isEqualTo(ExitRule.ScopeOfExit.CUSTOMER);
        assertThat(((ExitRule.OnCondition) journey.exits().get(1)).when().source())
                .isEqualTo("profile.traits.plan == \"pro\"");
        assertThat(journey.conversion().orElseThrow().within()).isEqualTo(Duration.ofDays(3));
        assertThat(journey.conversion().orElseThrow().valueSource().source()).isEqualTo("event.properties.total");
    }

    private static Trigger triggerOf(String trigger) {
        return read("journey: j\ntrigger:\n  " + trigger + "\nsteps:\n  - delay: 1h\n")
                .trigger();
    }

    @Test
    void a_date_is_one_of_a_trait() {
        assertThat(triggerOf("date: { trait: birthday, at: \"09:00\", before: 3d, every: year }"))
                .isEqualTo(new Trigger.Date("birthday", List.of(LocalTime.of(9, 0)), Duration.ofDays(-3), true));
        assertThat(triggerOf("date: { trait: appointment, after: 2h }"))
                .isEqualTo(new Trigger.Date("appointment", List.of(), Duration.ofHours(2), false));
    }

    @Test
    void a_schedule_is_a_time_of_some_days() {
        assertThat(triggerOf("schedule: { every: monday, at: \"09:00\", timezone: customer }"))
                .isEqualTo(new Trigger.Schedule(
                        new ScheduleDays.OfWeek(Set.of(DayOfWeek.MONDAY)), LocalTime.of(9, 0), ZoneChoice.CUSTOMER));
        assertThat(triggerOf("schedule: { every: [monday, friday], at: \"17:30\", timezone: project }"))
                .isEqualTo(new Trigger.Schedule(
                        new ScheduleDays.OfWeek(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                        LocalTime.of(17, 30),
                        new ZoneChoice.OfProject()));
        assertThat(triggerOf("schedule: { every: month, on: 1, at: 09:00, timezone: Asia/Kolkata }"))
                .isEqualTo(new Trigger.Schedule(
                        new ScheduleDays.OfMonth(1),
                        LocalTime.of(9, 0),
                        new ZoneChoice.Fixed(ZoneId.of("Asia/Kolkata"))));
    }

    @Test
    void a_call_is_a_sequence_of_one_event() {
        var trigger = (Trigger.Sequence) triggerOf("api: password-reset");

        assertThat(trigger.matches())
                .extracting(match -> match.event())
                .containsExactly("Journey Triggered: password-reset");
    }

    private static DelayLength delayOf(String until) {
        var delay = (Step.Delay)
                read("journey: j\ntrigger: { event: Add, as: added }\nsteps:\n  - delay: { until: " + until + " }\n")
                        .steps()
                        .get(0);
        return delay.length();
    }

    @Test
    void a_delay_may_be_until_a_time() {
        assertThat(delayOf("\"09:00\", timezone: customer"))
                .isEqualTo(new DelayLength.UntilTimeOfDay(LocalTime.of(9, 0), ZoneChoice.CUSTOMER));
        var fixed = (DelayLength.UntilTime) delayOf("run.added.properties.pickup_at, if_past: continue");
        assertThat(fixed.time().source()).isEqualTo("run.added.properties.pickup_at");
        assertThat(fixed.ifPast()).isEqualTo(DelayLength.IfPast.CONTINUE);
        assertThat(fixed.follows()).isFalse();
        var followed = (DelayLength.UntilTime) delayOf("profile.traits.renewal");
        assertThat(followed.ifPast()).isEqualTo(DelayLength.IfPast.EXIT);
        assertThat(followed.follows()).isTrue();
    }

    @Test
    void a_sequence_has_occurrences_and_absences() {
        var trigger = (Trigger.Sequence) read(CART).trigger();

        assertThat(trigger.within()).isEqualTo(Duration.ofDays(14));
        assertThat(trigger.per()).isEqualTo(new Correlation("cart_id", Map.of("Order Completed", "checkout_id")));
        var first = (SequenceItem.Occurrence) trigger.items().get(0);
        assertThat(first.as()).isEqualTo("added");
        assertThat(first.times()).isEqualTo(1);
        assertThat(first.within()).isEqualTo(SequenceItem.UNBOUNDED);
        assertThat(first.anyOf().get(0).where().source()).isEqualTo("event.properties.price >= 20");
        var second = (SequenceItem.Occurrence) trigger.items().get(1);
        assertThat(second.anyOf()).extracting(match -> match.event()).containsExactly("Cart Viewed", "Product Viewed");
        assertThat(second.times()).isEqualTo(2);
        assertThat(second.within()).isEqualTo(Duration.ofDays(1));
        var last = (SequenceItem.Absence) trigger.items().get(2);
        assertThat(last.noneOf())
                .extracting(match -> match.event())
                .containsExactly("Product Added", "Order Completed");
        assertThat(last.lasting()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void steps_are_read_with_all_that_is_inside_them() {
        Journey journey = read(CART);

        assertThat(journey.allSteps())
                .extracting(step -> step.id().value())
                .containsExactly("reminder", "came-back", "2.1.1", "2.timeout.1", "3", "3.1.1", "offer", "4", "5", "6");
        var reminder = (Step.Send) journey.steps().get(0);
        assertThat(reminder.group()).isEqualTo("offers");
        assertThat(reminder.expires()).isEqualTo(Duration.ofHours(12));
        var content = (Content.Email) reminder.content();
        assertThat(content.subject()).isEqualTo("Hello");
        assertThat(content.from()).isEqualTo("Shop <shop@example.com>");
        assertThat(content.body()).isEqualTo("<p>Cart</p>\n{% include 'footer' %}\n");
        assertThat(content.partials())
                .containsExactly(Map.entry("footer", "{% include \"logo\" %}"), Map.entry("logo", "L"));
        var wait = (Step.WaitUntil) journey.steps().get(1);
        assertThat(wait.timeout()).isEqualTo(Duration.ofDays(1));
        assertThat(wait.arms().get(0).until()).isEqualTo(new WaitFor.Clicked(new StepId("reminder")));
        assertThat(wait.arms()).extracting(arm -> arm.name()).containsExactly("clicked reminder", "Product Viewed");
        assertThat(wait.afterTimeout())
                .containsExactly(
                        new Step.Delay(new StepId("2.timeout.1"), new DelayLength.Fixed(Duration.ofMinutes(90))));
        var branch = (Step.Branch) journey.steps().get(2);
        assertThat(branch.arms().get(0).name()).isEqualTo("run.added.properties.price >= 100");
        assertThat(((Step.Send) branch.arms().get(0).steps().get(0)).content())
                .isEqualTo(new Content.Sms("+34600", "Your {{ run.added.properties.name }} is here"));
        var split = (Step.RandomSplit) branch.otherwise().get(0);
        assertThat(split.arms()).extracting(arm -> arm.share().tenThousandths()).containsExactly(3_334, 6_666);
        var slack = (Step.Send) journey.steps().get(3);
        assertThat(slack.channel()).isEqualTo(Channel.SLACK);
        assertThat(slack.group()).isEmpty();
        assertThat(((Step.Send) journey.steps().get(4)).content())
                .isEqualTo(new Content.Webhook(
                        "https://crm.example/hook",
                        "{\"customer\":\"{{ profile.id }}\",\"tags\":[\"a\",\"b\"],\"visits\":3}",
                        Map.of("X-Source", "sendero")));
        assertThat(((Step.Set) journey.steps().get(5)).traits()).containsOnlyKeys("lapsed", "name");
    }

    @Test
    void what_a_short_journey_does_not_say_has_a_meaning() {
        Journey journey = read("journey: short\ntrigger:\n  event: Signed Up\nsteps: []\n");

        assertThat(journey.state()).isEqualTo(JourneyState.DRAFT);
        assertThat(journey.priority()).isEqualTo(50);
        assertThat(journey.runs()).isEqualTo(RunLimit.ONE);
        assertThat(journey.reentry()).isEqualTo(new Reentry.Always());
        assertThat(journey.holdout()).isEqualTo(Share.NONE);
        assertThat(journey.per()).isEqualTo(Correlation.NONE);
        assertThat(journey.title()).isEqualTo("short");
    }

    @Test
    void people_inside_move_to_the_new_version_only_when_the_file_says_so() {
        assertThat(read(CART).migrate()).isFalse();
        assertThat(read(CART + "migrate: true\n").migrate()).isTrue();
        assertThat(read(CART + "migrate: true\n").version())
                .isEqualTo(read(CART).version());
    }

    @Test
    void the_version_does_not_change_with_layout_and_life() {
        String version = read(CART).version();

        assertThat(version).matches("[0-9a-f]{8}");
        assertThat(read(CART.replace("state: live ", "state: paused ")).version())
                .isEqualTo(version);
        assertThat(read(CART.replace("title: Abandoned cart", "title: Another")).version())
                .isEqualTo(version);
        assertThat(read(CART.replace("priority: 60", "priority: 1")).version()).isEqualTo(version);
        assertThat(read(CART.replace(
                                "runs: one_per_customer\nreentry: 7d",
                                "# why\nreentry: \"7d\"\nruns: one_per_customer"))
                        .version())
                .isEqualTo(version);
    }

    @Test
    void the_version_changes_with_the_structure() {
        String version = read(CART).version();

        assertThat(read(CART.replace("for: 1h", "for: 2h")).version()).isNotEqualTo(version);
        assertThat(read(CART.replace("price >= 100", "price >= 99")).version()).isNotEqualTo(version);
        assertThat(read(CART.replace("template: cart-reminder", "template: other"))
                        .version())
                .isNotEqualTo(version);
    }

    private static Journey read(String text) {
        var files = new TreeMap<String, String>();
        files.put("templates/cart-reminder.liquid", """
                ---
                subject: Hello
                from: Shop <shop@example.com>
                ---
                <p>Cart</p>
                {% include 'footer' %}
                """);
        files.put("templates/other.mjml.liquid", "---\nsubject: Other\n---\n<mjml><mj-body></mj-body></mjml>\n");
        files.put("templates/partials/footer.liquid", "{% include \"logo\" %}");
        files.put("templates/logo.liquid", "L");
        var findings = new Findings(SourceFile.of("journeys/test.yaml", text));
        var reader = new JourneyReader(COMPILER, new TemplateFiles(files, new LiquidChecker()), Utm.OFF);
        ReadJourney journey = reader.read(findings).orElseThrow();
        assertThat(ProblemPrinter.print(findings.problems())).isEmpty();
        return journey.journey();
    }
}
