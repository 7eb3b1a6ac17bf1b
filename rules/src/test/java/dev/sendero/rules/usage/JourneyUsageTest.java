package dev.sendero.rules.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.problem.ProblemPrinter;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyUsageTest {

    @Test
    void conditions_of_the_trigger_name_what_they_need_of_each_event() {
        var usage = usage("""
                trigger:
                  sequence:
                    - event: Product Added
                      as: added
                      where: event.properties.price >= 20
                    - any_of: [Cart Viewed, { event: Product Viewed, where: event.properties.id == added.properties.id }]
                    - none_of: [{ event: Order Completed, where: event.properties.total > 0 }]
                      for: 1h
                steps: []
                """);

        assertThat(usage.properties("Product Added")).isEqualTo(Fields.of("price", "id"));
        assertThat(usage.properties("Product Viewed")).isEqualTo(Fields.of("id"));
        assertThat(usage.properties("Cart Viewed")).isEqualTo(Fields.NONE);
        assertThat(usage.properties("Order Completed")).isEqualTo(Fields.of("total"));
        assertThat(usage.properties("Never Heard Of")).isEqualTo(Fields.NONE);
        assertThat(usage.eventNames())
                .containsExactlyInAnyOrder("Product Added", "Product Viewed", "Cart Viewed", "Order Completed");
        assertThat(usage.captured("added")).isEqualTo(CapturedUse.ofProperties(Fields.of("id")));
        assertThat(usage.captured("trigger")).isEqualTo(CapturedUse.NONE);
    }

    @Test
    void all_stages_of_a_pattern_count_also_those_inside_groups() {
        var usage = usage("""
                trigger:
                  cep:
                    - event: Product Added
                      as: added
                      times: one_or_more
                      until: { event: Cart Emptied, where: event.properties.reason == "sold out" }
                    - group:
                        - event: Product Viewed
                          where: event.properties.id == added.properties.id
                    - not_followed_by: Order Completed
                  within: 1h
                  per: cart_id
                steps:
                  - branch:
                      - { if: run.trigger.properties.price > 3, steps: [] }
                      - { otherwise: [] }
                """);

        assertThat(usage.properties("Product Added")).isEqualTo(Fields.of("cart_id", "id", "price"));
        assertThat(usage.properties("Product Viewed")).isEqualTo(Fields.of("cart_id", "id", "price"));
        assertThat(usage.properties("Cart Emptied")).isEqualTo(Fields.of("cart_id", "reason"));
        assertThat(usage.properties("Order Completed")).isEqualTo(Fields.of("cart_id"));
        assertThat(usage.eventNames())
                .containsExactlyInAnyOrder("Product Added", "Product Viewed", "Cart Emptied", "Order Completed");
        assertThat(usage.captured("added")).isEqualTo(CapturedUse.ofProperties(Fields.of("id")));
    }

    @Test
    void a_pattern_that_asks_for_the_very_next_event_waits_for_every_event() {
        String pattern = """
                trigger: { cep: [{ event: A }, { %s }, { event: C }] }
                steps: []
                """;

        assertThat(usage(pattern.formatted("followed_by: B")).waitsForEveryEvent())
                .isFalse();
        assertThat(usage(pattern.formatted("event: B, times: 2")).waitsForEveryEvent())
                .isFalse();
        assertThat(usage(pattern.formatted("next: B")).waitsForEveryEvent()).isTrue();
        assertThat(usage(pattern.formatted("not_next: B")).waitsForEveryEvent()).isTrue();
        assertThat(usage(pattern.formatted("event: B, times: 2, between: next")).waitsForEveryEvent())
                .isTrue();
        assertThat(usage(pattern.formatted("group: [{ event: B }, { next: D }]"))
                        .waitsForEveryEvent())
                .isTrue();
    }

    @Test
    void the_key_is_needed_of_every_event_that_must_agree_on_it() {
        var usage = usage("""
                trigger:
                  sequence: [{ event: Product Added }, { none_of: [Order Completed], for: 1h }]
                  per: { property: cart_id, except: { Order Completed: checkout_id } }
                exit:
                  - { event: Cart Emptied }
                  - { event: Unsubscribed Hard, scope: customer }
                conversion: { event: Order Completed, within: 3d }
                steps:
                  - wait_until:
                      - { event: Cart Viewed, steps: [] }
                      - { timeout: 1d, steps: [] }
                """);

        assertThat(usage.properties("Product Added")).isEqualTo(Fields.of("cart_id"));
        assertThat(usage.properties("Order Completed")).isEqualTo(Fields.of("checkout_id"));
        assertThat(usage.properties("Cart Emptied")).isEqualTo(Fields.of("cart_id"));
        assertThat(usage.properties("Unsubscribed Hard")).isEqualTo(Fields.NONE);
        assertThat(usage.properties("Cart Viewed")).isEqualTo(Fields.of("cart_id"));
    }

    @Test
    void a_conversion_needs_its_condition_its_value_and_the_currency() {
        var usage = usage("""
                trigger: { event: Product Added, as: added }
                conversion:
                  event: Order Completed
                  where: event.properties.coupon == run.added.properties.coupon
                  within: 3d
                  value: event.properties.total - event.properties.tax
                steps: []
                """);

        assertThat(usage.properties("Order Completed")).isEqualTo(Fields.of("coupon", "total", "tax", "currency"));
        assertThat(usage.properties("Product Added")).isEqualTo(Fields.of("coupon"));
    }

    @Test
    void exits_waits_branches_and_set_steps_look_at_captured_events() {
        var usage = usage("""
                trigger: { event: Product Added, as: added }
                audience: run.trigger.properties.country == "ES"
                exit:
                  - when: run.added.properties.a == profile.traits.a
                  - { event: Product Removed, where: event.properties.id == run.added.properties.b }
                steps:
                  - branch:
                      - if: run.added.properties.c > 1
                        steps:
                          - set: { last: run.added.properties.d, at: run.added.timestamp }
                      - otherwise: []
                  - wait_until:
                      - { when: run.added.properties.e == profile.traits.e, steps: [] }
                      - { event: Product Viewed, as: seen, where: event.properties.id == run.added.properties.f, steps: [] }
                      - { timeout: 1d, steps: [] }
                  - branch:
                      - if: run.seen.name == "x" && has(run.seen.properties.g)
                        steps: []
                      - otherwise: []
                """);

        assertThat(usage.captured("added"))
                .isEqualTo(new CapturedUse(true, false, true, false, Fields.of("a", "b", "c", "d", "e", "f")));
        assertThat(usage.captured("seen")).isEqualTo(new CapturedUse(true, true, false, false, Fields.of("g")));
        assertThat(usage.captured("trigger")).isEqualTo(CapturedUse.ofProperties(Fields.of("country")));
        assertThat(usage.properties("Product Added")).isEqualTo(Fields.of("a", "b", "c", "d", "e", "f", "country"));
        assertThat(usage.properties("Product Removed")).isEqualTo(Fields.of("id"));
        assertThat(usage.properties("Product Viewed")).isEqualTo(Fields.of("id", "g"));
    }

    @Test
    void only_the_last_event_of_a_sequence_is_its_trigger() {
        var usage = usage("""
                trigger:
                  sequence: [{ event: First }, { none_of: [No], for: 1h }, { any_of: [Second, Third] }, { none_of: [No], for: 1h }]
                audience: run.trigger.properties.country == "ES"
                steps: []
                """);

        assertThat(usage.properties("First")).isEqualTo(Fields.NONE);
        assertThat(usage.properties("No")).isEqualTo(Fields.NONE);
        assertThat(usage.properties("Second")).isEqualTo(Fields.of("country"));
        assertThat(usage.properties("Third")).isEqualTo(Fields.of("country"));
    }

    @Test
    void a_wait_for_a_receipt_needs_what_says_for_which_message_it_is() {
        var usage = usage("""
                trigger: { event: Product Added }
                steps:
                  - { id: hello, sms: { text: Hello, group: transactional, to: "+34600" } }
                  - wait_until:
                      - { clicked: hello, steps: [] }
                      - { timeout: 1d, steps: [] }
                """);

        assertThat(usage.properties("SMS Clicked")).isEqualTo(Fields.of("run_id", "step_id"));
        assertThat(usage.properties("SMS Opened")).isEqualTo(Fields.NONE);
    }

    @Test
    void silence_after_any_event_looks_at_the_newest_event_whatever_its_name() {
        var usage = usage("""
                trigger: { inactive: { for: 30d } }
                audience: run.trigger.properties.country == "ES"
                steps: []
                """);

        assertThat(usage.properties("Whatever")).isEqualTo(Fields.of("country"));
        assertThat(usage.propertiesOfEveryEvent()).isEqualTo(Fields.of("country"));
        assertThat(usage.eventNames()).isEmpty();
    }

    @Test
    void silence_after_some_events_looks_at_these() {
        var usage = usage("""
                trigger: { inactive: { for: 30d, events: [{ event: Visited, where: event.properties.pages > 2 }] } }
                audience: run.trigger.properties.country == "ES"
                steps: []
                """);

        assertThat(usage.properties("Visited")).isEqualTo(Fields.of("pages", "country"));
        assertThat(usage.properties("Whatever")).isEqualTo(Fields.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size(run.added.properties) > 1",
                "run.added.properties[profile.traits.field] == 1",
                "run.added.properties == run.trigger.properties",
                "run.added.properties.exists(name, name == 'a')"
            })
    void properties_that_are_not_named_one_by_one_are_all_needed(String condition) {
        var usage = usageOfBranch(condition);

        assertThat(usage.captured("added").properties()).isEqualTo(Fields.ALL);
        assertThat(usage.captured("added").name()).isFalse();
        assertThat(usage.properties("Product Added")).isEqualTo(Fields.ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[run.added].size() > 0",
                "run.added.all.exists(e, e.properties.price > 1)",
                "run.added.all[0].properties.price > 1",
                "[run].size() > 0"
            })
    void an_event_that_is_looked_at_as_a_whole_is_needed_as_a_whole(String condition) {
        assertThat(usageOfBranch(condition).captured("added")).isEqualTo(CapturedUse.ALL);
    }

    @Test
    void asking_whether_something_was_captured_needs_nothing_of_it() {
        assertThat(usageOfBranch("has(run.added)").captured("added")).isEqualTo(CapturedUse.PRESENCE);
        assertThat(usageOfBranch("has(run.added.properties)").captured("added")).isEqualTo(CapturedUse.PRESENCE);
    }

    @Test
    void templates_name_what_they_say() {
        var usage = usageOfText("""
                {% assign price = run.added.properties.price | times: 2 %}
                {% for item in run.added.properties.items %}{{ item.name }}{% endfor %}
                {% if run.trigger.properties['cart id'] == "a" %}{{ run.added.name }} {{ profile.traits.x }}{% endif %}
                {% case run.added.properties.kind %}{% when run.added.properties.other %}-{% endcase %}""");

        assertThat(usage.captured("added"))
                .isEqualTo(new CapturedUse(true, true, false, false, Fields.of("price", "items", "kind", "other")));
        assertThat(usage.captured("trigger")).isEqualTo(CapturedUse.ofProperties(Fields.of("cart id")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for property in run.added.properties %}{{ property[0] }}{% endfor %}",
                "{% assign p = run.added.properties %}{{ p.price }}",
                "{{ run.added.properties[profile.traits.field] }}",
                "{{ run.added.properties.size }}",
                "{{ run['added']['properties'] }}"
            })
    void a_template_that_takes_the_properties_as_they_are_needs_them_all(String text) {
        assertThat(usageOfText(text).captured("added")).isEqualTo(CapturedUse.ofProperties(Fields.ALL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for event in run.added.all %}{{ event.properties.price }}{% endfor %}",
                "{{ run.added.all[0].properties.price }}",
                "{% assign e = run.added %}{{ e.properties.price }}",
                "{{ run[profile.traits.item].properties.price }}",
                "{% assign everything = run %}{{ everything.added.properties.price }}",
                "{{ run.added.size }}",
                "{% assign everything = ['run'] %}{{ everything.added.properties.price }}",
                "{% assign everything = [now] %}{{ everything.added }}"
            })
    void a_template_that_takes_an_event_as_it_is_needs_all_of_it(String text) {
        assertThat(usageOfText(text).captured("added")).isEqualTo(CapturedUse.ALL);
    }

    @Test
    void partials_headers_recipients_and_leaves_of_a_body_are_templates_too() {
        var usage = usage("""
                trigger: { event: Product Added, as: added }
                steps:
                  - email: { template: mail, group: transactional }
                  - sms: { text: "{{ run.added.properties.sms }}", to: "{{ run.added.properties.phone }}", group: transactional }
                  - slack: { channel: "{{ run.added.properties.channel }}", text: "{{ run.added.properties.slack }}" }
                  - webhook:
                      url: "https://crm.example/{{ run.added.properties.path }}"
                      headers: { X-Id: "{{ run.added.properties.header }}" }
                      body: { list: [{ id: "{{ run.added.properties.leaf }}" }] }
                """);

        assertThat(usage.captured("added").properties())
                .isEqualTo(Fields.of(
                        "subject",
                        "preheader",
                        "body",
                        "partial",
                        "sms",
                        "phone",
                        "channel",
                        "slack",
                        "path",
                        "header",
                        "leaf"));
    }

    private static JourneyUsage usageOfBranch(String condition) {
        return usage("""
                trigger: { sequence: [{ event: Product Added, as: added, times: 2 }] }
                steps:
                  - branch:
                      - if: "%s"
                        steps: []
                      - otherwise: []
                """.formatted(condition));
    }

    private static JourneyUsage usageOfText(String text) {
        return usage("""
                trigger: { sequence: [{ event: Product Added, as: added, times: 2 }] }
                steps:
                  - slack:
                      channel: desk
                      text: |
                        %s
                """.formatted(text.replace("\n", "\n        ")));
    }

    private static JourneyUsage usage(String text) {
        var files = new TreeMap<String, String>();
        files.put("sendero.yaml", "name: shop\ntimezone: Europe/Madrid\ncurrency: EUR\n");
        files.put("templates/mail.liquid", """
                ---
                subject: "{{ run.added.properties.subject }}"
                preheader: "{{ run.added.properties.preheader }}"
                from: shop@example.com
                ---
                <p>{{ run.added.properties.body }}</p>{% render 'footer' %}
                """);
        files.put("templates/partials/footer.liquid", "{{ run.added.properties.partial }}");
        files.put("journeys/test.yaml", "journey: test\n" + text);
        var project = ProjectReader.read(new ProjectFiles(files));
        assertThat(project.journeys().values())
                .as(ProblemPrinter.print(project.problems()))
                .hasSize(1);
        Journey journey = project.journeys().values().iterator().next();
        return JourneyUsage.of(journey);
    }
}
