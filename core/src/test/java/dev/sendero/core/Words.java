package dev.sendero.core;

import dev.sendero.api.JourneyId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.fast.Operand;
import dev.sendero.rules.expression.fast.Path;
import dev.sendero.rules.expression.fast.PlainCondition;
import dev.sendero.rules.expression.fast.Predicate;
import dev.sendero.rules.expression.fast.Root;
import dev.sendero.rules.journey.DelayLength;
import dev.sendero.rules.journey.DelayLength.IfPast;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.SequenceItem.Absence;
import dev.sendero.rules.journey.SequenceItem.Occurrence;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Since;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.WaitFor;
import dev.sendero.rules.journey.ZoneChoice;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The words of the journey language, for tests. Conditions name a path, as in {@code event.properties.price}. */
final class Words {

    private Words() {}

    // --- triggers

    static Occurrence event(String name) {
        return event(name, Condition.ALWAYS);
    }

    static Occurrence event(String name, Condition where) {
        return new Occurrence(List.of(new EventMatch(name, where)), "", 1, SequenceItem.UNBOUNDED);
    }

    static Occurrence anyOf(String... names) {
        return new Occurrence(matches(names), "", 1, SequenceItem.UNBOUNDED);
    }

    static Occurrence as(String name, Occurrence item) {
        return new Occurrence(item.anyOf(), name, item.times(), item.within());
    }

    static Occurrence times(int times, Occurrence item) {
        return new Occurrence(item.anyOf(), item.as(), times, item.within());
    }

    static Occurrence within(Duration bound, Occurrence item) {
        return new Occurrence(item.anyOf(), item.as(), item.times(), bound);
    }

    static Absence noneOf(Duration lasting, String... names) {
        return new Absence(matches(names), lasting);
    }

    static Absence noneOf(Duration lasting, EventMatch... matches) {
        return new Absence(Arrays.asList(matches), lasting);
    }

    static EventMatch match(String name, Condition where) {
        return new EventMatch(name, where);
    }

    private static List<EventMatch> matches(String... names) {
        return Arrays.stream(names)
                .map(name -> new EventMatch(name, Condition.ALWAYS))
                .toList();
    }

    // --- steps

    static Step email(String id) {
        return email(id, "offers");
    }

    static Step email(String id, String group) {
        return new Step.Send(new StepId(id), Channel.EMAIL, group, emailContent(id, ""), SequenceItem.UNBOUNDED);
    }

    static Step emailTo(String id, String to) {
        return new Step.Send(new StepId(id), Channel.EMAIL, "offers", emailContent(id, to), SequenceItem.UNBOUNDED);
    }

    static Step emailExpiring(String id, Duration expires) {
        return new Step.Send(new StepId(id), Channel.EMAIL, "offers", emailContent(id, ""), expires);
    }

    private static Content emailContent(String id, String to) {
        return new Content.Email(to, "", id, "", Content.Format.HTML, "<p>" + id + " {{ run }}</p>", Map.of());
    }

    static Step sms(String id) {
        return new Step.Send(new StepId(id), Channel.SMS, "offers", new Content.Sms("", id), SequenceItem.UNBOUNDED);
    }

    static Step push(String id) {
        return new Step.Send(
                new StepId(id), Channel.PUSH, "offers", new Content.Push("", "", id, ""), SequenceItem.UNBOUNDED);
    }

    /** The messages take the id of the step. */
    static Step firstReachable(String id, Step... messages) {
        return new Step.FirstReachable(
                new StepId(id),
                Arrays.stream(messages)
                        .map(Step.Send.class::cast)
                        .map(send -> new Step.Send(
                                new StepId(id), send.channel(), send.group(), send.content(), send.expires()))
                        .toList());
    }

    static Step start(String id, String journey) {
        return new Step.Start(new StepId(id), new JourneyId(journey));
    }

    static Step.WaitUntil.Arm sinceEntry(Step.WaitUntil.Arm arm) {
        return new Step.WaitUntil.Arm(arm.name(), arm.until(), new Since.OfEntry(), arm.steps());
    }

    static Step.WaitUntil.Arm since(String step, Step.WaitUntil.Arm arm) {
        return new Step.WaitUntil.Arm(arm.name(), arm.until(), new Since.OfStep(new StepId(step)), arm.steps());
    }

    static Step slack(String id) {
        return new Step.Send(new StepId(id), Channel.SLACK, "", new Content.Slack("#desk", id), SequenceItem.UNBOUNDED);
    }

    static Step delay(String id, Duration length) {
        return new Step.Delay(new StepId(id), new DelayLength.Fixed(length));
    }

    static Step delayUntil(String id, String timeOfDay, ZoneChoice zone) {
        return new Step.Delay(new StepId(id), new DelayLength.UntilTimeOfDay(LocalTime.parse(timeOfDay), zone));
    }

    /** In the customer's zone. */
    static Step delayUntil(String id, String timeOfDay) {
        return delayUntil(id, timeOfDay, ZoneChoice.CUSTOMER);
    }

    /** @param path of the time, as in {@code profile.traits.renewal} */
    static Step delayUntilTimeAt(String id, String path, IfPast ifPast) {
        var part = path.startsWith("profile") ? Reading.Part.PROFILE : Reading.Part.RUN;
        return new Step.Delay(
                new StepId(id),
                new DelayLength.UntilTime(
                        expression(path, Set.of(Reading.whole(part)), scope -> find(scope, path)),
                        ZoneChoice.CUSTOMER,
                        ifPast));
    }

    static Step waitUntil(String id, Duration timeout, List<Step> afterTimeout, Step.WaitUntil.Arm... arms) {
        return new Step.WaitUntil(new StepId(id), Arrays.asList(arms), timeout, afterTimeout);
    }

    static Step.WaitUntil.Arm until(String event, Step... steps) {
        return new Step.WaitUntil.Arm(
                event, new WaitFor.OfEvent(new EventMatch(event, Condition.ALWAYS), ""), Arrays.asList(steps));
    }

    static Step.WaitUntil.Arm untilAs(String event, String as, Step... steps) {
        return new Step.WaitUntil.Arm(
                event, new WaitFor.OfEvent(new EventMatch(event, Condition.ALWAYS), as), Arrays.asList(steps));
    }

    static Step.WaitUntil.Arm untilClicked(String step, Step... steps) {
        return new Step.WaitUntil.Arm("clicked " + step, new WaitFor.Clicked(new StepId(step)), Arrays.asList(steps));
    }

    static Step.WaitUntil.Arm untilOpened(String step, Step... steps) {
        return new Step.WaitUntil.Arm("opened " + step, new WaitFor.Opened(new StepId(step)), Arrays.asList(steps));
    }

    static Step.WaitUntil.Arm untilHolds(Condition when, Step... steps) {
        return new Step.WaitUntil.Arm(when.source(), new WaitFor.Holds(when), Arrays.asList(steps));
    }

    static Step branch(String id, List<Step> otherwise, Step.Branch.Arm... arms) {
        return new Step.Branch(new StepId(id), Arrays.asList(arms), otherwise);
    }

    static Step.Branch.Arm when(Condition condition, Step... steps) {
        return new Step.Branch.Arm(condition.source(), condition, Arrays.asList(steps));
    }

    static Step randomSplit(String id, Step.RandomSplit.Arm... arms) {
        return new Step.RandomSplit(new StepId(id), Arrays.asList(arms));
    }

    static Step.RandomSplit.Arm share(String name, int percent, Step... steps) {
        return new Step.RandomSplit.Arm(name, Share.ofPercent(percent), Arrays.asList(steps));
    }

    static Step set(String id, String trait, Expression value) {
        return new Step.Set(new StepId(id), Map.of(trait, value));
    }

    static Step exit(String id, String reason) {
        return new Step.Exit(new StepId(id), reason);
    }

    // --- conditions and values

    static Condition atLeast(String path, double bound) {
        return plain(
                path + " >= " + bound,
                new Predicate.Compared(path(path), Predicate.Relation.GREATER_OR_EQUAL, new Operand.Constant(bound)));
    }

    static Condition equal(String path, Object expected) {
        return plain(path + " == " + expected, new Predicate.Equal(path(path), new Operand.Constant(expected)));
    }

    static Condition same(String path, String other) {
        return plain(path + " == " + other, new Predicate.Equal(path(path), path(other)));
    }

    static Condition both(Condition one, Condition other) {
        return plain(
                one.source() + " && " + other.source(),
                new Predicate.And(((PlainCondition) one).predicate(), ((PlainCondition) other).predicate()));
    }

    private static Condition plain(String source, Predicate predicate) {
        return new PlainCondition(source, Use.TRIGGER, predicate, Reading.ANYTHING);
    }

    private static Path path(String path) {
        List<String> names = Arrays.asList(path.split("\\."));
        return switch (names.get(0)) {
            case "event" -> below(Root.EVENT, names);
            case "profile" -> below(Root.PROFILE, names);
            case "run" -> below(Root.RUN, names);
            default -> new Path(Root.CAPTURED, List.copyOf(names), Path.Kind.PLAIN);
        };
    }

    private static Path below(Root root, List<String> names) {
        return new Path(root, List.copyOf(names.subList(1, names.size())), Path.Kind.PLAIN);
    }

    static Condition is(Truth truth) {
        return new TestCondition(truth.name(), scope -> truth);
    }

    static Expression value(String path) {
        return expression(path, scope -> find(scope, path));
    }

    static Expression constant(Object constant) {
        return expression(String.valueOf(constant), scope -> Optional.of(constant));
    }

    private static Expression expression(String source, Function<Scope, Optional<Object>> value) {
        return expression(source, Reading.ANYTHING, value);
    }

    private static Expression expression(
            String source, Set<Reading> readings, Function<Scope, Optional<Object>> value) {
        return new Expression() {
            @Override
            public Optional<Object> evaluate(Scope scope) {
                return value.apply(scope);
            }

            @Override
            public String source() {
                return source;
            }

            @Override
            public Set<Reading> readings() {
                return readings;
            }
        };
    }

    private record TestCondition(String source, Function<Scope, Truth> truth) implements Condition {
        @Override
        public Truth test(Scope scope) {
            return truth.apply(scope);
        }
    }

    private static Optional<Object> find(Scope scope, String path) {
        String[] names = path.split("\\.");
        Object found =
                switch (names[0]) {
                    case "event" -> scope.event();
                    case "profile" -> scope.profile();
                    case "run" -> scope.run();
                    default -> scope.captured().getOrDefault(names[0], Map.of());
                };
        for (int index = 1; index < names.length && found != null; index++) {
            found = found instanceof Map<?, ?> map ? map.get(names[index]) : null;
        }
        return Optional.ofNullable(found);
    }
}
