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

/** Asks for a message to be sent, if it may reach the customer. */
record SendNode(Step.Send step, int next) implements Node {

    /** Why a message is skipped that a pause has held back for too long. */
    static final String EXPIRED = "expired";

    /** A run comes by each step once, since no step leads back. */
    private static final int FIRST_OCCURRENCE = 0;

    @Override
    public List<Integer> ways() {
        return List.of(next);
    }

    @Override
    public int take(Walk walk) {
        walk.reached(step.id(), "");
        long expires = Deadline.after(walk.dueAt(), step.expires());
        Verdict verdict = walk.services().messages().judge(step, walk.moment().profile());
        if (expires < walk.moment().millis()) {
            skip(walk, EXPIRED);
        } else if (verdict instanceof Verdict.Allowed allowed) {
            walk.facts()
                    .ofStep(
                            walk.run(),
                            FactType.MESSAGE_REQUESTED,
                            step.id().value(),
                            step.channel().wireName(),
                            "");
            walk.facts().outcomes().send(message(walk, allowed.to(), expires));
        } else {
            skip(walk, ((Verdict.Refused) verdict).reason());
        }
        return next;
    }

    private void skip(Walk walk, String reason) {
        walk.facts()
                .ofStep(
                        walk.run(),
                        FactType.MESSAGE_SKIPPED,
                        step.id().value(),
                        step.channel().wireName(),
                        reason);
    }

    private Message message(Walk walk, String to, long expires) {
        var journey = walk.journey().version();
        var customer = walk.customer().id();
        return new Message(
                MessageId.of(journey.journey(), customer, walk.run().id(), step.id(), FIRST_OCCURRENCE),
                journey.journey(),
                journey.version(),
                walk.run().id(),
                step.id(),
                step.channel(),
                customer,
                walk.moment().now(),
                to,
                step.channel().reachesCustomer() ? step.group() : "",
                step.content().id(),
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
