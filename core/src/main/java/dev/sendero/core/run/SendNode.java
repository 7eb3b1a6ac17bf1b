package dev.sendero.core.run;

import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.core.policy.MessagePolicy;
import dev.sendero.core.policy.MessagePolicy.Verdict;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.scope.RunMaps;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Profile;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Asks for a message to be sent: the first of some that may reach the customer. During quiet hours the run waits here
 * for their end, and everything is looked at again then.
 *
 * @param candidates at least one; more than one only of a step that says so
 * @param position its own place in the program
 */
record SendNode(Step step, List<Step.Send> candidates, int position, int next) implements RestingNode {

    /** Why a message is skipped for which it is too late, or will be when quiet hours are over. */
    static final String EXPIRED = "expired";

    /** Why none of several messages is sent: none of them may reach the customer. */
    static final String UNREACHABLE = "unreachable";

    /** A run comes by each step once, since no step leads back. */
    private static final int FIRST_OCCURRENCE = 0;

    @Override
    public List<Integer> ways() {
        return List.of(next);
    }

    @Override
    public int take(Walk walk) {
        Choice choice = choose(walk.services(), walk.moment().profile());
        walk.reached(step.id(), "", choice.passedOver());
        return decide(choice, walk, walk.dueAt());
    }

    @Override
    public int resume(Walk walk) {
        return decide(
                choose(walk.services(), walk.moment().profile()),
                walk,
                walk.run().since());
    }

    @Override
    public boolean follows(Services services) {
        return candidates.stream().anyMatch(services.messages()::followsCustomer);
    }

    @Override
    public long dueFrom(long now, Services services, Moment moment, Run run) {
        Choice choice = choose(services, moment.profile());
        return services.messages().release(choice.send(), moment.profile(), now);
    }

    /**
     * A message, and what the policy says of it.
     *
     * @param passedOver the messages before it, and why not these; empty for none
     */
    private record Choice(Step.Send send, Verdict verdict, String passedOver) {}

    /** The first message that may reach the customer, or the last one where none may. */
    private Choice choose(Services services, Profile profile) {
        var passedOver = new StringJoiner(", ");
        String refusal = "";
        for (Step.Send send : candidates) {
            Verdict verdict = services.messages().judge(send, profile);
            if (verdict instanceof Verdict.Refused refused) {
                refusal = refused.reason();
                passedOver.add(send.channel().wireName() + " " + refusal);
            } else {
                return new Choice(send, verdict, passedOver.toString());
            }
        }
        Step.Send last = candidates.get(candidates.size() - 1);
        return step instanceof Step.FirstReachable
                ? new Choice(last, new Verdict.Refused(UNREACHABLE), passedOver.toString())
                : new Choice(last, new Verdict.Refused(refusal), "");
    }

    /** @param since when it should have gone out but for pauses and quiet hours */
    private int decide(Choice choice, Walk walk, long since) {
        Step.Send send = choice.send();
        if (choice.verdict() instanceof Verdict.Refused refused) {
            return skip(send, refused.reason(), walk);
        }
        MessagePolicy policy = walk.services().messages();
        long now = walk.moment().millis();
        long expires = Deadline.after(since, send.expires());
        long release = policy.release(send, walk.moment().profile(), now);
        if (expires < release) {
            return skip(send, EXPIRED, walk);
        }
        if (release > now) {
            return walk.rest(walk.run().restingAt(position, since, release));
        }
        if (!policy.countWithinCaps(walk.customer(), send, now)) {
            return skip(send, MessagePolicy.FREQUENCY_CAP, walk);
        }
        walk.facts()
                .ofStep(
                        walk.run(),
                        FactType.MESSAGE_REQUESTED,
                        step.id().value(),
                        send.channel().wireName(),
                        "");
        walk.facts().outcomes().send(message(send, ((Verdict.Allowed) choice.verdict()).to(), expires, walk));
        return next;
    }

    private int skip(Step.Send send, String reason, Walk walk) {
        walk.facts()
                .ofStep(
                        walk.run(),
                        FactType.MESSAGE_SKIPPED,
                        step.id().value(),
                        send.channel().wireName(),
                        reason);
        return next;
    }

    private Message message(Step.Send send, String to, long expires, Walk walk) {
        var journey = walk.journey().version();
        var customer = walk.customer().id();
        return new Message(
                MessageId.of(journey.journey(), customer, walk.run().id(), step.id(), FIRST_OCCURRENCE),
                journey.journey(),
                journey.version(),
                walk.run().id(),
                step.id(),
                send.channel(),
                customer,
                walk.moment().now(),
                to,
                send.channel().reachesCustomer() ? send.group() : "",
                send.content().id(),
                variables(walk),
                expires == Deadline.NEVER ? Instant.MAX : Instant.ofEpochMilli(expires));
    }

    private static Map<String, Object> variables(Walk walk) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put("profile", walk.moment().profileMap());
        variables.put("run", RunMaps.of(walk.run()));
        variables.put("now", walk.moment().now().toString());
        return variables;
    }
}
