package dev.sendero.rules.expression.failure;

import dev.sendero.rules.expression.fast.Operand;
import dev.sendero.rules.expression.fast.Path;
import dev.sendero.rules.expression.fast.Predicate;
import java.util.ArrayList;
import java.util.List;

/** The paths that a predicate looks at, each once, in the order in which they are written. */
final class LookedAt {

    private final List<Path> paths = new ArrayList<>();

    private LookedAt() {}

    static List<Path> by(Predicate predicate) {
        var looked = new LookedAt();
        looked.add(predicate);
        return looked.paths;
    }

    private void add(Predicate predicate) {
        if (predicate instanceof Predicate.And and) {
            add(and.left());
            add(and.right());
        } else if (predicate instanceof Predicate.Or or) {
            add(or.left());
            add(or.right());
        } else if (predicate instanceof Predicate.Not not) {
            add(not.negated());
        } else if (predicate instanceof Predicate.Compared compared) {
            add(compared.left());
            add(compared.right());
        } else if (predicate instanceof Predicate.Equal equal) {
            add(equal.left());
            add(equal.right());
        } else if (predicate instanceof Predicate.In in) {
            add(in.value());
            add(in.container());
        } else if (predicate instanceof Predicate.Present present) {
            add(present.path());
        } else if (predicate instanceof Predicate.Holds holds) {
            add(holds.value());
        }
    }

    private void add(Operand operand) {
        if (operand instanceof Path path && !paths.contains(path)) {
            paths.add(path);
        }
    }
}
