package dev.sendero.gateway;

import dev.sendero.api.JourneyId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.ConversionGoal;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.DetectorChoice;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.WaitFor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The journeys of a shop, put together by hand. */
final class ShopJourneys {

    static final JourneyId ABANDONED_CART = new JourneyId("abandoned-cart");
    static final JourneyId WELCOME = new JourneyId("welcome");
    static final JourneyId WIN_BACK = new JourneyId("win-back");

    private ShopJourneys() {}

    static SortedMap<JourneyId, Journey> all() {
        var journeys = new TreeMap<JourneyId, Journey>();
        for (Journey journey : List.of(abandonedCart(), welcome(), winBack())) {
            journeys.put(journey.id(), journey);
        }
        return journeys;
    }

    static Journey abandonedCart() {
        var reminder = email("reminder", "{{ profile.traits.first_name }}, your cart is waiting");
        var cameBack = new Step.WaitUntil(
                id("came-back"),
                List.of(new Step.WaitUntil.Arm(
                        "clicked reminder",
                        new WaitFor.Clicked(id("reminder")),
                        List.of(new Step.Exit(id("2.1.1"), "came back")))),
                Duration.ofHours(20),
                List.of());
        var split = new Step.RandomSplit(
                id("offer"),
                List.of(
                        new Step.RandomSplit.Arm(
                                "discount", Share.ofPercent(50), List.of(email("code", "10 % off, until Sunday"))),
                        new Step.RandomSplit.Arm(
                                "plain", Share.ofPercent(50), List.of(email("last-call", "Last call for your cart")))));
        var worth = new Step.Branch(
                id("worth"),
                List.of(new Step.Branch.Arm(
                        "run.added.properties.price >= 120",
                        condition("run.added.properties.price >= 120"),
                        List.of(
                                new Step.Send(
                                        id("nudge"),
                                        Channel.SMS,
                                        "offers",
                                        new Content.Sms("", "Your {{ run.added.properties.name }} is still here"),
                                        SequenceItem.UNBOUNDED),
                                new Step.Send(
                                        id("desk"),
                                        Channel.SLACK,
                                        "",
                                        new Content.Slack("#vip-desk", "{{ profile.id }} left a cart behind"),
                                        SequenceItem.UNBOUNDED)))),
                List.of(split));
        var trigger = new Trigger.Sequence(
                List.of(
                        new SequenceItem.Occurrence(
                                List.of(match("Product Added")), "added", 1, SequenceItem.UNBOUNDED),
                        new SequenceItem.Absence(
                                List.of(match("Product Added"), match("Order Completed")), Duration.ofHours(1))),
                SequenceItem.UNBOUNDED,
                new Correlation("cart_id", Map.of()));
        return journey(
                ABANDONED_CART, "Abandoned cart", "decision", JourneyState.LIVE, trigger, reminder, cameBack, worth);
    }

    static Journey welcome() {
        return journey(
                WELCOME,
                "Welcome series",
                "onboarding",
                JourneyState.LIVE,
                once("Signed Up"),
                email("hello", "Welcome, {{ profile.traits.first_name }}"),
                delay("2", Duration.ofDays(2)),
                email("tips", "Three ways to live with linen"));
    }

    static Journey winBack() {
        return journey(
                WIN_BACK,
                "Win back",
                "retention",
                JourneyState.PAUSED,
                new Trigger.Inactive(Duration.ofDays(60), List.of(match("Order Completed"))),
                email("miss-you", "It has been a while"));
    }

    static Journey journey(
            JourneyId id, String title, String stage, JourneyState state, Trigger trigger, Step... steps) {
        return new Journey(
                id,
                "5f3a09c1",
                title,
                stage,
                state,
                false,
                50,
                trigger,
                DetectorChoice.BUILT_IN,
                Condition.ALWAYS,
                RunLimit.ONE,
                new Reentry.Always(),
                List.of(),
                List.of(new ConversionGoal(match("Order Completed"), Duration.ofDays(3), ConversionGoal.NO_VALUE)),
                Share.ofPercent(10),
                Arrays.asList(steps));
    }

    static Trigger once(String event) {
        return new Trigger.Sequence(
                List.of(new SequenceItem.Occurrence(List.of(match(event)), "", 1, SequenceItem.UNBOUNDED)),
                SequenceItem.UNBOUNDED,
                Correlation.NONE);
    }

    static Step email(String id, String subject) {
        var content = new Content.Email("", "", subject, "", Content.Format.HTML, "<p>Hello</p>", Map.of());
        return new Step.Send(id(id), Channel.EMAIL, "offers", content, SequenceItem.UNBOUNDED);
    }

    static Step delay(String id, Duration length) {
        return new Step.Delay(id(id), new DelayLength.Fixed(length));
    }

    static StepId id(String value) {
        return new StepId(value);
    }

    private static EventMatch match(String event) {
        return new EventMatch(event, Condition.ALWAYS);
    }

    private static Condition condition(String source) {
        return new Condition() {
            @Override
            public Truth test(Scope scope) {
                return Truth.UNKNOWN;
            }

            @Override
            public String source() {
                return source;
            }
        };
    }
}
