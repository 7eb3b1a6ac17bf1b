package dev.sendero.rules.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.message.Channel;
import dev.sendero.rules.check.CheckedJourney;
import dev.sendero.rules.expression.cel.CelCompiler;
import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.journey.reading.JourneyReader;
import dev.sendero.rules.journey.reading.ReadJourney;
import dev.sendero.rules.journey.reading.TemplateFiles;
import dev.sendero.rules.plan.TrackingPlan;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.SourceFile;
import dev.sendero.rules.template.LiquidChecker;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapsLeaveRoomTest {

    private static final FrequencyCap TWO_A_DAY = new FrequencyCap(2, Duration.ofDays(1), Set.of(), Set.of());

    private static final FrequencyCap OFFER_BY_SMS =
            new FrequencyCap(1, Duration.ofDays(1), Set.of(Channel.SMS), Set.of("offers"));

    @Test
    void the_third_of_three_at_once_is_beyond_two_a_day() {
        assertThat(linesBeyond(List.of(TWO_A_DAY), """
                - sms: { text: one, group: offers }
                - sms: { text: two, group: offers }
                - sms: { text: three, group: offers }
                """)).containsExactly(3);
    }

    @Test
    void a_message_counts_until_it_is_as_old_as_the_cap() {
        assertThat(linesBeyond(List.of(TWO_A_DAY), """
                - sms: { text: one, group: offers }
                - sms: { text: two, group: offers }
                - delay: 24h
                - sms: { text: three, group: offers }
                """)).isEmpty();
    }

    @Test
    void only_ways_on_which_it_is_sure_count() {
        assertThat(linesBeyond(List.of(TWO_A_DAY), """
                - sms: { text: one, group: offers }
                - branch:
                    - if: profile.traits.vip
                      steps:
                        - sms: { text: two, group: offers }
                        - exit: done
                    - otherwise:
                        - slack: { channel: desk, text: not counted }
                - sms: { text: two, group: offers }
                - wait_until:
                    - clicked: "1"
                      steps: []
                    - timeout: 2d
                      steps: []
                - sms: { text: three, group: offers }
                """)).isEmpty();
    }

    @Test
    void what_a_cap_is_not_about_does_not_count() {
        assertThat(linesBeyond(List.of(OFFER_BY_SMS), """
                - sms: { text: one, group: offers }
                - sms: { text: two, group: transactional }
                - sms: { text: three, group: news }
                - push: { text: four, group: offers }
                - sms: { text: five, group: offers }
                """)).containsExactly(5);
    }

    @Test
    void what_one_cap_holds_back_does_not_count_for_another() {
        var oneADay = new FrequencyCap(1, Duration.ofDays(1), Set.of(), Set.of());
        var twoAWeek = new FrequencyCap(2, Duration.ofDays(7), Set.of(), Set.of());

        assertThat(linesBeyond(List.of(twoAWeek, oneADay), """
                - sms: { text: one, group: offers }
                - sms: { text: held back, group: offers }
                - delay: 1d
                - sms: { text: two, group: offers }
                - delay: 1d
                - sms: { text: three, group: offers }
                """)).containsExactly(2, 6);
    }

    @Test
    void one_of_several_counts_where_all_of_them_would() {
        assertThat(linesBeyond(List.of(OFFER_BY_SMS), """
                - first_reachable: [{ sms: { text: one, group: offers } }, { push: { text: one, title: x, group: offers } }]
                - sms: { text: two, group: offers }
                - first_reachable: [{ sms: { text: three, group: offers } }, { push: { text: three, title: x, group: offers } }]
                - first_reachable: [{ sms: { text: four, group: offers } }, { sms: { text: longer, group: offers } }]
                """)).containsExactly(4);
    }

    /** Of the steps, from 1. */
    private static List<Integer> linesBeyond(List<FrequencyCap> caps, String steps) {
        String head = "journey: x\ntrigger: { event: A }\nsteps:\n";
        var findings = new Findings(SourceFile.of("journeys/x.yaml", head + steps));
        ReadJourney read = new JourneyReader(
                        new CelCompiler(TrackingPlan.NONE),
                        new TemplateFiles(Collections.emptySortedMap(), new LiquidChecker()),
                        Utm.OFF)
                .read(findings)
                .orElseThrow();
        assertThat(findings.problems()).isEmpty();
        var checked =
                new CheckedJourney(read.journey(), read.places(), TrackingPlan.NONE, Map.of(), List.of(), Set.of());
        new CapsLeaveRoom(caps).check(checked, findings);
        return findings.problems().stream()
                .map(problem -> problem.place().line() - 3)
                .toList();
    }
}
