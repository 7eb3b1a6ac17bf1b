package dev.sendero.core.run;

import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.core.policy.MessagePolicy.Verdict;
import dev.sendero.core.scope.RunMaps;
import dev.sendero.core.state.Deadline;
import dev.sendero.rules.journey.Step;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Asks for a message to be sent: the first of some that may reach the customer.
 *
 * @param candidates at least one; more than one only of a step that says so
 */
record SendNode(Step step, List<Step.Send> candidates, int next) implements Node {

    /** Why a message is skipped that a pause has held back for too long. */
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
        var refused = new StringJoiner(", ");
        String refusal = "";
        for (Step.Send send : candidates) {
            Verdict verdict =
                    walk.services().messages().judge(send, walk.moment().profile());
            if (verdict instanceof Verdict.Allowed allowed) {
                walk.reached(step.id(), "", refused.toString());
                request(send, allowed.to(), walk);
                return next;
            }
            refusal = ((Verdict.Refused) verdict).reason();
            refused.add(send.channel().wireName() + " " + refusal);
        }
        boolean several = step instanceof Step.FirstReachable;
        walk.reached(step.id(), "", several ? refused.toString() : "");
        skip(candidates.get(candidates.size() - 1), several ? UNREACHABLE : refusal, walk);
        return next;
    }

    private void request(Step.Send send, String to, Walk walk) {
        long expires = Deadline.after(walk.dueAt(), send.expires());
        if (expires < walk.moment().millis()) {
            skip(send, EXPIRED, walk);
            return;
        }
        walk.facts()
                .ofStep(
                        walk.run(),
                        FactType.MESSAGE_REQUESTED,
                        step.id().value(),
                        send.channel().wireName(),
                        "");
        walk.facts().outcomes().send(message(send, to, expires, walk));
    }

    private void skip(Step.Send send, String reason, Walk walk) {
        walk.facts()
                .ofStep(
                        walk.run(),
                        FactType.MESSAGE_SKIPPED,
                        step.id().value(),
                        send.channel().wireName(),
                        reason);
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
