package dev.sendero.faults.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.connector.Reconciling;
import dev.sendero.api.connector.Reconciling.Finding;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.cli.process.Providers;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real connectors, made by the settings that each provider gives. */
class LoopbackTest {

    private static final String ADA = "ada-1-7";

    private final InstantSource clock = InstantSource.system();

    @TempDir
    private Path folder;

    private Loopback loopback;
    private Connector connector;

    private Provider provider(Target target) throws Exception {
        loopback = Loopback.start(target == Target.SALESFORCE ? 1 : 0);
        Provider provider = loopback.of(target);
        Project project = projectOf(provider);
        assertThat(project.problems()).isEmpty();
        connector = Objects.requireNonNull(
                Providers.connectors(project.settings().channels(), provider.environment(), Optional.empty(), clock)
                        .get(target.channel()));
        return provider;
    }

    private Project projectOf(Provider provider) throws Exception {
        write("sendero.yaml", "name: Faults\nchannels:\n" + provider.settings().indent(2));
        write(
                "journeys/faults.yaml",
                "journey: faults\ntitle: Faults\nstate: live\ntrigger:\n  event: Came\n  as: came\nsteps:\n"
                        + provider.step().indent(2));
        for (Map.Entry<String, String> file : provider.files().entrySet()) {
            write(file.getKey(), file.getValue());
        }
        return ProjectReader.read(ProjectFolder.load(folder));
    }

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @AfterEach
    void close() throws Exception {
        connector.close();
        loopback.close();
    }

    private Delivery to(Target target) {
        Rendered content =
                switch (target) {
                    case SMTP ->
                        new Rendered.Email(
                                ADA + "@example.com", "Shop <shop@example.com>", "Hello", "", "Hello", "<p>Hello</p>");
                    case SMS -> new Rendered.Sms("+491230000000", ADA + ": hello");
                    case SLACK -> new Rendered.Slack("#desk", ADA + ": was here");
                    case HUBSPOT -> new Rendered.Crm(ADA, "contact", "{\"firstname\": \"Ada\"}");
                    case SALESFORCE -> new Rendered.Crm(ADA, "Contact", "{\"FirstName\": \"Ada\"}");
                    case WEBHOOK ->
                        new Rendered.Webhook(
                                ((WebhookReceiver) loopback.of(target)).address() + "/" + ADA, "{}", Map.of());
                };
        return new Delivery(
                new MessageId("m1"),
                new JourneyId("faults"),
                new RunId("run-1"),
                new StepId("step"),
                new CustomerId(ADA),
                "transactional",
                content,
                clock.instant(),
                1,
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void what_is_sent_twice_counts_twice_unless_it_is_recognised(Target target) throws Exception {
        Provider provider = provider(target);

        assertThat(connector.send(to(target))).isInstanceOf(Outcome.Accepted.class);
        assertThat(connector.send(to(target))).isInstanceOf(Outcome.Accepted.class);

        assertThat(provider.arrivals().effectsFor(ADA)).isEqualTo(target.recognisesRepeats() ? 1 : 2);
        assertThat(connector.recognisesRepeats()).isEqualTo(target.recognisesRepeats());
    }

    @ParameterizedTest
    @EnumSource
    void what_may_work_later_has_had_no_effect(Target target) throws Exception {
        Provider provider = provider(target);

        provider.behave(call -> new Reaction.Refuse(Refusals.passing(target), Duration.ZERO));

        assertThat(connector.send(to(target))).isInstanceOf(Outcome.Retryable.class);
        assertThat(provider.arrivals().customers()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void what_never_works_has_had_no_effect(Target target) throws Exception {
        Provider provider = provider(target);

        provider.behave(call -> new Reaction.Refuse(Refusals.lasting(target), Duration.ZERO));

        assertThat(connector.send(to(target))).isInstanceOf(Outcome.Permanent.class);
        assertThat(provider.arrivals().customers()).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SMTP")
    void who_is_too_busy_says_for_how_long(Target target) throws Exception {
        Provider provider = provider(target);

        provider.behave(call -> new Reaction.Refuse(429, Duration.ofSeconds(7)));

        assertThat(connector.send(to(target)))
                .isInstanceOfSatisfying(Outcome.Retryable.class, retryable -> assertThat(retryable.retryAfter())
                        .isEqualTo(Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @EnumSource
    void who_hangs_up_may_have_done_it(Target target) throws Exception {
        Provider provider = provider(target);

        provider.behave(call -> new Reaction.Drop(call.number() == 1));

        assertThat(connector.send(to(target))).isInstanceOf(Outcome.Ambiguous.class);
        assertThat(provider.arrivals().effectsFor(ADA)).isEqualTo(1);
        assertThat(connector.send(to(target))).isInstanceOf(Outcome.Ambiguous.class);
        assertThat(provider.arrivals().effectsFor(ADA)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void who_breaks_may_have_done_it(Target target) throws Exception {
        Provider provider = provider(target);

        provider.behave(call -> new Reaction.Break(Refusals.broken(target), true));

        assertThat(connector.send(to(target)))
                .isInstanceOf(target == Target.SMTP ? Outcome.Retryable.class : Outcome.Ambiguous.class);
        assertThat(provider.arrivals().effectsFor(ADA)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void who_hangs_does_so_until_it_is_told_otherwise(Target target) throws Exception {
        Provider provider = provider(target);
        provider.behave(call -> {
            // Told so while it is asked: from the next call on it is well, and this one ends.
            new Thread(() -> provider.behave(Behaviour.NORMAL)).start();
            return new Reaction.Hang(false);
        });

        assertThat(connector.send(to(target))).isInstanceOf(Outcome.Ambiguous.class);
        assertThat(connector.send(to(target))).isInstanceOf(Outcome.Accepted.class);

        assertThat(provider.arrivals().effectsFor(ADA)).isEqualTo(1);
    }

    @Test
    void twilio_knows_which_messages_it_has_made() throws Exception {
        Provider provider = provider(Target.SMS);
        Instant before = clock.instant();
        Delivery delivery = to(Target.SMS);

        assertThat(((Reconciling) connector).find(delivery, before)).isInstanceOf(Finding.NotArrived.class);
        provider.behave(call -> new Reaction.Drop(true));
        connector.send(delivery);
        assertThat(((Reconciling) connector).find(delivery, before)).isInstanceOf(Finding.Arrived.class);
    }
}
