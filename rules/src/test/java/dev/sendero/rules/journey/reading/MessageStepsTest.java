package dev.sendero.rules.journey.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.JourneyId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.expression.cel.CelCompiler;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Since;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.plan.TrackingPlan;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemPrinter;
import dev.sendero.rules.problem.SourceFile;
import dev.sendero.rules.template.LiquidChecker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class MessageStepsTest {

    private static final CelCompiler COMPILER = new CelCompiler(TrackingPlan.NONE);

    private final TreeMap<String, String> files = new TreeMap<>();

    private ReadJourney readAll(String steps, Utm utm) {
        String text = "journey: cart\ntrigger: { event: Product Added }\nsteps:\n" + steps.indent(2);
        var findings = new Findings(SourceFile.of("journeys/cart.yaml", text));
        var reader = new JourneyReader(COMPILER, new TemplateFiles(files, new LiquidChecker()), utm);
        ReadJourney journey = reader.read(findings).orElseThrow();
        assertThat(ProblemPrinter.print(findings.problems())).isEmpty();
        return journey;
    }

    private Journey read(String steps) {
        return readAll(steps, Utm.OFF).journey();
    }

    private Content contentOf(String steps, Utm utm) {
        return readAll(steps, utm).journey().allSends().get(0).content();
    }

    @Test
    void messages_of_first_reachable_have_the_id_of_the_step() {
        Journey journey = read("""
                - id: nudge
                  first_reachable:
                    - push: { title: Hello, text: Your cart waits, link: "https://shop.example", group: offers }
                    - sms: { text: Your cart waits, group: offers, expires: 2h }
                """);

        var step = (Step.FirstReachable) journey.steps().get(0);
        assertThat(step.messages()).extracting(Step.Send::id).containsOnly(new StepId("nudge"));
        assertThat(step.messages()).extracting(Step.Send::channel).containsExactly(Channel.PUSH, Channel.SMS);
        assertThat(step.messages().get(0).content())
                .isEqualTo(new Content.Push("", "Hello", "Your cart waits", "https://shop.example"));
        assertThat(step.messages().get(1).expires()).isEqualTo(Duration.ofHours(2));
        assertThat(journey.allSends()).hasSize(2);
    }

    @Test
    void a_change_in_the_crm_is_of_the_customer_whose_journey_it_is() {
        List<Step> steps = read("""
                - crm: { object: contact, set: { lifecycle: at-risk, score: 3, vip: true } }
                - crm: { object: deal, key: "{{ run.trigger.properties.deal_id }}", set: { stage: won } }
                """).steps();

        assertThat(((Step.Send) steps.get(0)).content())
                .isEqualTo(new Content.Crm(
                        "{{ profile.id }}", "contact", "{\"lifecycle\":\"at-risk\",\"score\":3,\"vip\":true}"));
        assertThat(((Step.Send) steps.get(1)).content())
                .isEqualTo(new Content.Crm("{{ run.trigger.properties.deal_id }}", "deal", "{\"stage\":\"won\"}"));
        assertThat(((Step.Send) steps.get(0)).group()).isEmpty();
    }

    @Test
    void a_change_in_the_crm_may_leave_a_note() {
        List<Step> steps =
                read("- crm: { object: contact, set: { score: 3 }, note: \"Left {{ run.trigger.properties.name }}\" }\n")
                        .steps();

        assertThat(((Step.Send) steps.get(0)).content())
                .isEqualTo(new Content.Crm(
                        "{{ profile.id }}", "contact", "{\"score\":3}", "Left {{ run.trigger.properties.name }}"));
    }

    @Test
    void a_step_starts_another_journey() {
        assertThat(read("- start: welcome\n").steps())
                .containsExactly(new Step.Start(new StepId("1"), new JourneyId("welcome")));
    }

    @Test
    void an_arm_of_a_wait_says_since_when_it_counts() {
        var wait = (Step.WaitUntil) read("""
                - id: mail
                  sms: { text: Hello, group: offers }
                - wait_until:
                    - event: Order Completed
                      since: entry
                    - clicked: mail
                      since: mail
                    - opened: mail
                    - timeout: 1d
                """).steps().get(1);

        assertThat(wait.arms())
                .extracting(arm -> arm.since())
                .containsExactly(new Since.OfEntry(), new Since.OfStep(new StepId("mail")), Since.WAIT);
    }

    @Test
    void a_template_has_variants_in_other_languages() {
        files.put("templates/offer.mjml.liquid", "---\nsubject: Hello\n---\n<mjml><mj-body></mj-body></mjml>\n");
        files.put("templates/offer.es.mjml.liquid", "---\nsubject: Hola\n---\n<mjml><mj-body></mj-body></mjml>\n");
        files.put("templates/offer.pt_br.liquid", "---\nsubject: Olá\n---\n<p>Olá</p>\n");
        files.put("templates/offer.old.liquid", "---\nsubject: Old\n---\n<p>Old</p>\n");

        ReadJourney journey = readAll("- email: { template: offer, group: offers }\n", Utm.OFF);

        var content = (Content.Email) journey.journey().allSends().get(0).content();
        assertThat(content.subject()).isEqualTo("Hello");
        assertThat(content.locales()).containsOnlyKeys("es", "pt-BR");
        assertThat(content.locales().get("es"))
                .extracting(Content.Email::subject, Content.Email::format)
                .containsExactly("Hola", Content.Format.MJML);
        assertThat(content.locales().get("pt-BR"))
                .extracting(Content.Email::subject, Content.Email::format)
                .containsExactly("Olá", Content.Format.HTML);
        assertThat(journey.templates())
                .containsExactly(
                        "templates/offer.es.mjml.liquid",
                        "templates/offer.mjml.liquid",
                        "templates/offer.pt_br.liquid");
    }

    @Test
    void a_text_message_from_a_file_has_variants_too() {
        files.put("templates/nudge.liquid", "Come back\n");
        files.put("templates/nudge.de.liquid", "Komm zurück\n");

        assertThat(contentOf("- sms: { template: nudge, group: offers }\n", Utm.OFF))
                .isEqualTo(new Content.Sms("", "Come back", Map.of("de", "Komm zurück")));
    }

    @Test
    void the_content_of_a_message_is_another_when_a_variant_changes() {
        files.put("templates/nudge.liquid", "Come back\n");
        var plain = contentOf("- sms: { template: nudge, group: offers }\n", Utm.OFF);
        files.put("templates/nudge.de.liquid", "Komm zurück\n");
        var german = contentOf("- sms: { template: nudge, group: offers }\n", Utm.OFF);

        assertThat(german.id()).isNotEqualTo(plain.id());
    }

    @Test
    void links_of_a_message_tell_where_visitors_come_from() {
        files.put("templates/offer.liquid", "---\nsubject: Hello\n---\n<p>Hello</p>\n");
        var on = new Utm(true, new TreeMap<>(Map.of("source", "shop")));

        assertThat(((Content.Email) contentOf("- id: mail\n  email: { template: offer, group: offers }\n", on)).links())
                .isEqualTo(Map.of(
                        "utm_source", "shop",
                        "utm_medium", "email",
                        "utm_campaign", "cart",
                        "utm_content", "mail"));
    }

    @Test
    void a_message_may_say_something_else_of_its_links_or_nothing() {
        files.put("templates/offer.liquid", "---\nsubject: Hello\n---\n<p>Hello</p>\n");
        var on = new Utm(true, new TreeMap<>(Map.of("source", "shop")));
        var spring = (Content.Email) contentOf("""
                - id: mail
                  email: { template: offer, group: offers, utm: { campaign: spring, content: "" } }
                """, on);
        var none = (Content.Email) contentOf("- email: { template: offer, group: offers, utm: false }\n", on);

        assertThat(spring.links())
                .isEqualTo(Map.of("utm_source", "shop", "utm_medium", "email", "utm_campaign", "spring"));
        assertThat(none.links()).isEmpty();
    }
}
