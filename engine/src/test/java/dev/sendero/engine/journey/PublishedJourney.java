package dev.sendero.engine.journey;

import dev.sendero.api.JourneyId;
import dev.sendero.api.StepId;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.DetectorChoice;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.ScheduleDays;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.ZoneChoice;
import dev.sendero.rules.project.Settings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A journey as tests publish it: one trigger and one webhook. What it does is written plainly where the sources would
 * be, and {@link #COMPILER} reads it.
 *
 * @param trigger the name of an event, {@code inactive PT1H}, or {@code daily 09:00}; then {@code , delay PT1H} if it is to wait first
 */
public record PublishedJourney(
        String id, String version, String trigger, JourneyState state, boolean migrate, Instant effectiveAt) {

    private static final String DELAY = ", delay ";

    public static final JourneyCompiler COMPILER = PublishedJourney::compile;

    public static PublishedJourney live(String id, String version, String trigger, Instant effectiveAt) {
        return new PublishedJourney(id, version, trigger, JourneyState.LIVE, false, effectiveAt);
    }

    public PublishedJourney in(JourneyState newState, Instant newEffectiveAt) {
        return new PublishedJourney(id, version, trigger, newState, migrate, newEffectiveAt);
    }

    /** Takes over the people inside. */
    public PublishedJourney migrating() {
        return new PublishedJourney(id, version, trigger, state, true, effectiveAt);
    }

    public JourneyPublication publication() {
        return new JourneyPublication(
                new JourneyId(id),
                version,
                effectiveAt,
                "journeys/" + id + ".yaml",
                Map.of("trigger", trigger, "state", state.name(), "migrate", Boolean.toString(migrate)));
    }

    public String key() {
        return publication().topicKey();
    }

    public CompiledJourney compiled() {
        return compile(publication()).orElseThrow();
    }

    private static Optional<CompiledJourney> compile(JourneyPublication publication) {
        String trigger = publication.files().get("trigger");
        if (trigger.equals("broken")) {
            return Optional.empty();
        }
        var journey = new Journey(
                publication.journey(),
                publication.version(),
                publication.journey().value(),
                "",
                JourneyState.valueOf(publication.files().get("state")),
                Boolean.parseBoolean(publication.files().get("migrate")),
                50,
                triggerOf(trigger),
                DetectorChoice.BUILT_IN,
                Condition.ALWAYS,
                RunLimit.UNBOUNDED,
                new Reentry.Always(),
                List.of(),
                List.of(),
                Share.NONE,
                stepsOf(trigger));
        return Optional.of(new CompiledJourney(publication, journey, Settings.DEFAULT));
    }

    private static List<Step> stepsOf(String text) {
        var call = new Step.Send(
                new StepId("call"),
                Channel.WEBHOOK,
                "",
                new Content.Webhook("https://example.com/hook", "{}", Map.of()),
                SequenceItem.UNBOUNDED);
        int comma = text.indexOf(DELAY);
        if (comma < 0) {
            return List.of(call);
        }
        var length = Duration.parse(text.substring(comma + DELAY.length()));
        return List.of(new Step.Delay(new StepId("delay"), new DelayLength.Fixed(length)), call);
    }

    private static Trigger triggerOf(String written) {
        int comma = written.indexOf(DELAY);
        String text = comma < 0 ? written : written.substring(0, comma);
        if (text.startsWith("inactive ")) {
            return new Trigger.Inactive(Duration.parse(text.substring("inactive ".length())), List.of());
        }
        if (text.startsWith("daily ")) {
            return new Trigger.Schedule(
                    new ScheduleDays.OfWeek(EnumSet.allOf(DayOfWeek.class)),
                    LocalTime.parse(text.substring("daily ".length())),
                    ZoneChoice.CUSTOMER);
        }
        return new Trigger.Sequence(
                List.of(new SequenceItem.Occurrence(
                        List.of(new EventMatch(text, Condition.ALWAYS)), "", 1, SequenceItem.UNBOUNDED)),
                SequenceItem.UNBOUNDED,
                Correlation.NONE);
    }
}
