package dev.sendero.core.run;

import dev.sendero.core.state.Customer;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.journey.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changes traits, for the customer's next event; an expression without a value leaves its trait as it is. */
record SetNode(Step.Set step, int next) implements Node {

    @Override
    public List<Integer> ways() {
        return List.of(next);
    }

    @Override
    public int take(Walk walk) {
        walk.reached(step.id(), "");
        Scope scope = walk.moment().scopeIn(walk.run());
        Map<String, Object> values = new LinkedHashMap<>();
        new TreeMap<>(step.traits())
                .forEach(
                        (trait, expression) -> expression.evaluate(scope).ifPresent(value -> values.put(trait, value)));
        Customer customer = walk.customer();
        customer.change(walk.services()
                .profiles()
                .afterStep(
                        values,
                        walk.moment().millis(),
                        customer.profile(),
                        walk.facts().outcomes()::notTakenUp));
        return next;
    }
}
