package dev.sendero.cli.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.TryProject;
import dev.sendero.cli.backtest.CustomerEvents;
import dev.sendero.cli.events.EventOptions;
import dev.sendero.cli.process.DataFolder;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.gateway.preview.PreviewMessage;
import dev.sendero.gateway.preview.PreviewView;
import dev.sendero.rules.plan.MadeEvents;
import dev.sendero.store.Database;
import dev.sendero.store.mailbox.SqlMailbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PreviewTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    @BeforeEach
    void writeProject() {
        TryProject.in(folder).withAbandonedCart().with("tests/abandoned-cart.yaml", """
                journey: abandoned-cart
                tests:
                  - name: somebody leaves a chair
                    profile: { id: grace }
                    arms: { holdout: false, offer: desk }
                    events:
                      - { at: "10:00", event: Product Added, properties: { name: Chair, price: 80 } }
                    expect: []
                """);
    }

    @Test
    void the_first_values_are_those_of_a_journey_test_that_sends_it() {
        PreviewView view = preview("left").view(0);

        assertThat(view.samples()).containsExactly("grace in the test: somebody leaves a chair", "somebody made up");
        assertThat(view.messages()).extracting(PreviewMessage::subject).containsExactly("grace, your Chair waits");
    }

    @Test
    void what_no_test_sends_is_rendered_for_somebody_made_up() {
        TryProject.in(folder).with("templates/unused.liquid", """
                ---
                subject: "{{ profile.traits.first_name }} and the {{ run.seen.properties.name }}"
                ---
                <p>{{ run.seen.properties.secret_word }} {% for each in run.seen.all %}{{ each.properties.secret_word }}{% endfor %}</p>
                """);

        PreviewMessage message = preview("unused").view(0).messages().get(0);

        assertThat(message.subject()).isEqualTo("Ada and the Reading lamp");
        assertThat(message.html()).contains("<p>secret word");
    }

    @Test
    void every_locale_is_shown() {
        TryProject.in(folder)
                .with(
                        "templates/left.es.liquid",
                        "---\nsubject: Tu {{ run.added.properties.name }} espera\n---\n<p>Hola</p>\n");

        assertThat(preview("left").view(0).messages())
                .extracting(PreviewMessage::locale, PreviewMessage::subject)
                .containsExactly(tuple("", "grace, your Chair waits"), tuple("es", "Tu Chair espera"));
    }

    @Test
    void a_text_that_stands_in_a_journey_is_named_by_its_step() {
        PreviewMessage message =
                preview("abandoned-cart/nudge").view(0).messages().get(0);

        assertThat(message.channel()).isEqualTo("sms");
        assertThat(message.text()).isEqualTo("Still here: Reading lamp");
    }

    @Test
    void a_real_customer_can_be_written_to() throws Exception {
        Path file = Files.writeString(
                folder.resolve("ada.json"), "{\"id\":\"ada\",\"traits\":{\"email\":\"ada@example.org\"}}");
        var samples = new Samples(Optional.of(RealProfile.read(file)), NOW);

        PreviewMessage message = new Preview(folder, "left", samples, dispatch())
                .view(0)
                .messages()
                .get(0);

        assertThat(message.subject()).isEqualTo("ada, your Chair waits");
    }

    @Test
    void a_save_is_seen_and_a_broken_one_shows_its_problems_over_the_last_good_one() {
        Preview preview = preview("left");
        TryProject.in(folder).with("templates/left.liquid", "---\nsubject: New\n---\n<p>{{ nobody.knows }}</p>\n");

        preview.reload();

        assertThat(preview.view(0).messages().get(0).subject()).isEqualTo("grace, your Chair waits");
        assertThat(preview.view(0).problems()).singleElement().asString().contains("templates/left.liquid:4:");

        TryProject.in(folder).with("templates/left.liquid", "---\nsubject: New\n---\n<p>Hi</p>\n");
        preview.reload();

        assertThat(preview.view(0).messages().get(0).subject()).isEqualTo("New");
        assertThat(preview.view(0).problems()).isEmpty();
    }

    @Test
    void send_me_this_goes_into_the_mailbox_while_there_is_no_provider() {
        Preview preview = preview("left");

        var sent = preview.send(0, "", "me@example.com");

        assertThat(sent.sent()).isTrue();
        try (Database database = Database.sqlite(DataFolder.of(folder).store())) {
            assertThat(new SqlMailbox(database).newest(Set.of(), "", Long.MAX_VALUE, 10))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.content().to()).isEqualTo("me@example.com"));
        }
    }

    @Test
    void a_provider_whose_password_is_not_there_is_named() {
        TryProject.in(folder).with("sendero.yaml", """
                subscription_groups:
                  offers: { title: Offers, channels: [email, sms], default: opted_out }
                channels:
                  email: { smtp: { host: mail.example.com, port: 587, from: me@example.com, user_env: MAIL_USER, password_env: MAIL_PASSWORD } }
                """);
        Preview preview = preview("left");

        assertThat(preview.view(0).destination()).isEqualTo("mail.example.com:587");
        assertThat(preview.send(0, "", "me@example.com").text()).contains("MAIL_USER");
    }

    @Test
    void a_misspelt_name_is_recognised() {
        assertThatThrownBy(() -> preview("lefft"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no template 'lefft'")
                .extracting(failure -> ((CommandFailure) failure).hint())
                .isEqualTo("did you mean 'left'?");
        assertThat(CommandRun.of("preview", folder, "lefft").exitCode()).isEqualTo(2);
    }

    @Test
    void links_are_those_of_the_mail_that_leaves() {
        TryProject.in(folder).with("sendero.yaml", """
                        subscription_groups:
                          offers: { title: Offers, channels: [email, sms], default: opted_out }
                        utm: { source: shop }
                        """).with("templates/left.liquid", """
                        ---
                        subject: Left
                        ---
                        <a href="https://shop.example/cart?id=1&amp;again=2">Cart</a> <a href="mailto:us@shop.example">Us</a>
                        """);

        assertThat(preview("left").view(0).messages().get(0).links())
                .containsExactly(
                        "https://shop.example/cart?id=1&again=2&utm_campaign=abandoned-cart&utm_content=reminder"
                                + "&utm_medium=email&utm_source=shop",
                        "mailto:us@shop.example");
    }

    @Test
    void a_customer_of_a_history_is_shown_what_a_backtest_would_have_sent_her() throws Exception {
        writeVisits();

        Preview preview = previewOf("ada", "visits");

        assertThat(preview.view(0).samples())
                .startsWith(
                        "ada on 2026-03-03 10:00, visits/note",
                        "ada on 2026-03-02 10:00, visits/note",
                        "ada as of 2026-03-09 09:00");
        assertThat(List.of(subject(preview, 0), subject(preview, 1), subject(preview, 2)))
                .containsExactly("Lamp, 2 of 2", "Chair, 1 of 1", "Lamp, 0 of 2");
        assertThat(preview.view(0).messages().get(0).to()).isEqualTo("ada@example.org");

        TryProject.in(folder).with("traits/visits.yaml", "traits:\n  recent: { count: [Visited, Left], over: 7d }\n");
        preview.reload();

        assertThat(subject(preview, 0)).isEqualTo("Lamp, 3 of");
    }

    @Test
    void who_never_got_it_is_shown_it_with_her_own_profile() throws Exception {
        writeVisits();

        Preview preview = previewOf("ada", "left");

        assertThat(preview.view(0).samples().get(0)).isEqualTo("ada as of 2026-03-09 09:00");
        assertThat(subject(preview, 0)).isEqualTo("ada, your Chair waits");
        assertThat(preview.view(0).messages().get(0).to()).isEqualTo("ada@example.org");
    }

    @Test
    void a_customer_and_a_history_belong_together() throws Exception {
        writeVisits();

        CommandRun alone = CommandRun.of("preview", folder, "visits", "--customer", "ada");
        CommandRun nobody =
                CommandRun.of("preview", folder, "visits", "--customer", "eve", "--events", folder.resolve("visits"));

        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.err()).contains("--customer without --events");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("no events of customer 'eve' among those of 2 customers");
    }

    private void writeVisits() {
        TryProject.in(folder)
                .with("journeys/visits.yaml", """
                        journey: visits
                        trigger: { event: Visited }
                        steps:
                          - delay: 1h
                          - id: note
                            email: { template: visits, group: offers }
                        """)
                .with("traits/visits.yaml", """
                        traits:
                          recent: { count: Visited, over: 2d }
                          all: { count: Visited }
                        """)
                .with("templates/visits.liquid", """
                        ---
                        subject: "{{ run.trigger.properties.what }}, {{ profile.traits.recent }} of {{ profile.traits.all }}"
                        ---
                        <p>Hello</p>
                        """)
                .with("visits/visits.jsonl", """
                        {"type":"identify","userId":"ada","timestamp":"2026-03-02T07:00:00Z","traits":{"email":"ada@example.org","consent":{"offers":["email"]}}}
                        {"type":"track","event":"Visited","userId":"ada","timestamp":"2026-03-02T08:00:00Z","properties":{"what":"Chair"}}
                        {"type":"track","event":"Left","userId":"ada","timestamp":"2026-03-02T12:00:00Z"}
                        {"type":"track","event":"Visited","userId":"ada","timestamp":"2026-03-03T08:00:00Z","properties":{"what":"Lamp"}}
                        {"type":"track","event":"Visited","userId":"ben","timestamp":"2026-03-09T08:00:00Z","properties":{"what":"Sofa"}}
                        """);
    }

    private Preview previewOf(String customer, String name) {
        var options = CommandLine.populateCommand(new EventOptions(), "--events", "" + folder.resolve("visits"));
        var past = new PastCustomer(CustomerEvents.read(options, CommandRun.terminal(), MadeEvents.NONE, customer));
        return new Preview(folder, name, new Samples(Optional.of(past), NOW), dispatch());
    }

    private static String subject(Preview preview, int sample) {
        return preview.view(sample).messages().get(0).subject();
    }

    private Preview preview(String name) {
        return new Preview(folder, name, new Samples(Optional.empty(), NOW), dispatch());
    }

    private Dispatch dispatch() {
        return new Dispatch(DataFolder.of(folder), Map.of(), InstantSource.fixed(NOW));
    }

    @Test
    void without_a_journey_there_is_no_step_to_look_at() {
        assertThat(List.of("abandoned-cart/nothing", "nobody/nudge", "/nudge"))
                .allSatisfy(name -> assertThatThrownBy(() -> preview(name)).isInstanceOf(CommandFailure.class));
    }
}
