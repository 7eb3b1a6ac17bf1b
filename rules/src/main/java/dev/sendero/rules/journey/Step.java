package dev.sendero.rules.journey;

import dev.sendero.api.JourneyId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Expression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One thing in a journey. Ids that a file leaves out are made from the step's position, such as {@code 3} or {@code 2.otherwise.1}. */
public sealed interface Step {

    StepId id();

    /** The lists of steps inside this one, in the order of the file: one for each way that a run may take. */
    default List<List<Step>> ways() {
        return List.of();
    }

    /** What it may send, in the order in which it tries; at most one of these goes out. */
    default List<Send> sends() {
        return List.of();
    }

    /**
     * Sends a message to the customer, or acts on another system.
     *
     * @param group the subscription group; {@link #TRANSACTIONAL} needs no consent; empty for actions
     * @param content what is said; its recipient is empty when the profile's address is meant
     * @param expires how long after the decision it is too late to send; {@link SequenceItem#UNBOUNDED} for never
     */
    record Send(StepId id, Channel channel, String group, Content content, Duration expires) implements Step {

        @Override
        public List<Send> sends() {
            return List.of(this);
        }
    }

    /**
     * Sends the first of some messages that may reach the customer, by consent, address and suppression.
     *
     * @param messages at least one; all have this step's id, since the customer gets one of them
     */
    record FirstReachable(StepId id, List<Send> messages) implements Step {

        @Override
        public List<Send> sends() {
            return messages;
        }
    }

    record Delay(StepId id, DelayLength length) implements Step {}

    /**
     * Waits for the first of some things.
     *
     * @param timeout how long at most; {@link SequenceItem#UNBOUNDED} for as long as it takes
     * @param afterTimeout the steps when nothing came
     */
    record WaitUntil(StepId id, List<Arm> arms, Duration timeout, List<Step> afterTimeout) implements Step {

        @Override
        public List<List<Step>> ways() {
            var ways = new ArrayList<List<Step>>();
            arms.forEach(arm -> ways.add(arm.steps()));
            ways.add(afterTimeout);
            return List.copyOf(ways);
        }

        /**
         * @param name how facts and pictures call it, such as {@code clicked reminder}
         * @param since from when on what happens counts
         */
        public record Arm(String name, WaitFor until, Since since, List<Step> steps) {

            /** Only what happens after the wait began counts. */
            public Arm(String name, WaitFor until, List<Step> steps) {
                this(name, until, Since.WAIT, steps);
            }
        }
    }

    /** Goes the way of the first condition that is true. */
    record Branch(StepId id, List<Arm> arms, List<Step> otherwise) implements Step {

        @Override
        public List<List<Step>> ways() {
            var ways = new ArrayList<List<Step>>();
            arms.forEach(arm -> ways.add(arm.steps()));
            ways.add(otherwise);
            return List.copyOf(ways);
        }

        /** @param name how facts and pictures call it: the condition as written */
        public record Arm(String name, Condition when, List<Step> steps) {}
    }

    /** Goes a way by chance that is stable by customer, journey and split. Shares add up to 100 %. */
    record RandomSplit(StepId id, List<Arm> arms) implements Step {
        @Override
        public List<List<Step>> ways() {
            return arms.stream().map(Arm::steps).toList();
        }

        public record Arm(String name, Share share, List<Step> steps) {}
    }

    /** Changes traits of the profile; in effect from the customer's next event. */
    record Set(StepId id, Map<String, Expression> traits) implements Step {}

    /**
     * The customer enters another journey, if that lets her in. Its run is about the event that completed the trigger of
     * this one, and about this one's key where both journeys have the same {@code per}.
     */
    record Start(StepId id, JourneyId journey) implements Step {}

    record Exit(StepId id, String reason) implements Step {}

    /** The built-in subscription group for what a customer must get: no consent, no caps, never past suppression. */
    String TRANSACTIONAL = "transactional";

    /** Whether a group of a message is one to which customers agree, and so one that they can leave. */
    static boolean isAgreedTo(String group) {
        return !group.isEmpty() && !group.equals(TRANSACTIONAL);
    }
}
