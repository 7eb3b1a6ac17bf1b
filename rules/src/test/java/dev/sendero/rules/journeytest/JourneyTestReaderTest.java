package dev.sendero.rules.journeytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.StepId;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.journeytest.PinnedArms.HoldoutPin;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.SourceFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JourneyTestReaderTest {

    @Test
    void a_test_says_who_does_what_and_what_must_come_of_it() {
        JourneyTestFile file = read("""
                journey: cart
                tests:
                  - name: everything at once
                    date: 2026-05-01
                    profile: { id: ada, traits: { email: ada@example.com, age: 36 }, consent: { offers: [email] } }
                    arms: { holdout: false, offer: plain }
                    events:
                      - { at: "10:00", event: Product Added, anonymous: true, properties: { price: 35 } }
                      - { at: "+1d 10:30:05", identify: { plan: pro } }
                      - { at: "+2d 09:00", clicked: reminder }
                    expect:
                      - { at: "11:00", email: reminder, subject: "Ada, your cart" }
                    expect_exit: came back
                  - name: nobody
                    events: []
                    expect_not_entered: true
                """);

        assertThat(file.file()).isEqualTo("tests/cart.yaml");
        assertThat(file.journey()).isEqualTo(new JourneyId("cart"));
        JourneyTest test = file.tests().get(0);
        assertThat(test.name()).isEqualTo("everything at once");
        assertThat(test.firstDay()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(test.profile())
                .isEqualTo(new TestProfile(
                        new CustomerId("ada"),
                        Map.of("email", "ada@example.com", "age", 36L),
                        Map.of("offers", Set.of(Channel.EMAIL))));
        assertThat(test.arms()).isEqualTo(new PinnedArms(HoldoutPin.TREATED, Map.of(new StepId("offer"), "plain")));
        assertThat(test.events())
                .containsExactly(
                        new TestEvent.Happens(
                                test.events().get(0).place(),
                                new TestTime(0, LocalTime.of(10, 0)),
                                "Product Added",
                                Map.of("price", 35L),
                                true),
                        new TestEvent.Identifies(
                                test.events().get(1).place(),
                                new TestTime(1, LocalTime.of(10, 30, 5)),
                                Map.of("plan", "pro"),
                                false),
                        new TestEvent.Receives(
                                test.events().get(2).place(),
                                new TestTime(2, LocalTime.of(9, 0)),
                                ReceiptEvents.Kind.CLICKED,
                                new StepId("reminder")));
        assertThat(test.messagesMatter()).isTrue();
        assertThat(test.messages())
                .extracting(ExpectedMessage::channel, ExpectedMessage::step, ExpectedMessage::subject)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Channel.EMAIL, new StepId("reminder"), "Ada, your cart"));
        assertThat(test.exits()).extracting(ExpectedExit::reason).containsExactly("came back");
        assertThat(file.tests().get(1).messagesMatter()).isFalse();
        assertThat(file.tests().get(1).refusals())
                .extracting(ExpectedRefusal::reason)
                .containsExactly("");
    }

    @Test
    void times_are_in_the_zone_of_the_customer() {
        var time = new TestTime(2, LocalTime.of(10, 0));

        assertThat(time.on(LocalDate.of(2026, 3, 2), ZoneId.of("Europe/Madrid")))
                .isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
        assertThat(time).hasToString("+2d 10:00");
        assertThat(List.of(new TestTime(0, LocalTime.of(11, 0)), time)).isSorted();
    }

    private static JourneyTestFile read(String text) {
        var findings = new Findings(SourceFile.of("tests/cart.yaml", text));
        JourneyTestFile file =
                new JourneyTestReader(Map.of(), Set.of()).read(findings).orElseThrow();
        assertThat(findings.problems())
                .as("only that there is no such journey")
                .allMatch(problem -> problem.code() == ProblemCode.UNKNOWN_JOURNEY);
        return file;
    }
}
