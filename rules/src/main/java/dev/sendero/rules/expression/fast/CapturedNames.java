package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.fast.Predicate.And;
import dev.sendero.rules.expression.fast.Predicate.Compared;
import dev.sendero.rules.expression.fast.Predicate.Equal;
import dev.sendero.rules.expression.fast.Predicate.Holds;
import dev.sendero.rules.expression.fast.Predicate.In;
import dev.sendero.rules.expression.fast.Predicate.Not;
import dev.sendero.rules.expression.fast.Predicate.Or;
import dev.sendero.rules.expression.fast.Predicate.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Gives the captured items that a predicate looks at other names. */
public final class CapturedNames {

    private final UnaryOperator<String> newName;

    private CapturedNames(UnaryOperator<String> newName) {
        this.newName = newName;
    }

    public static Predicate renamed(Predicate predicate, UnaryOperator<String> newName) {
        return new CapturedNames(newName).in(predicate);
    }

    /** Whether a predicate looks at a captured item, so that it may differ between situations of one moment. */
    public static boolean isLookedAt(Predicate predicate) {
        var looked = new boolean[1];
        renamed(predicate, name -> {
            looked[0] = true;
            return name;
        });
        return looked[0];
    }

    private Predicate in(Predicate predicate) {
        if (predicate instanceof And and) {
            return new And(in(and.left()), in(and.right()));
        }
        if (predicate instanceof Or or) {
            return new Or(in(or.left()), in(or.right()));
        }
        if (predicate instanceof Not not) {
            return new Not(in(not.negated()));
        }
        if (predicate instanceof Compared compared) {
            return new Compared(in(compared.left()), compared.relation(), in(compared.right()));
        }
        if (predicate instanceof Equal equal) {
            return new Equal(in(equal.left()), in(equal.right()));
        }
        if (predicate instanceof In among) {
            return new In(in(among.value()), in(among.container()));
        }
        if (predicate instanceof Present present) {
            return new Present(in(present.path()));
        }
        return new Holds(in(((Holds) predicate).value()));
    }

    private Operand in(Operand operand) {
        return operand instanceof Path path ? in(path) : operand;
    }

    private Path in(Path path) {
        if (path.root() != Root.CAPTURED) {
            return path;
        }
        List<String> fields = new ArrayList<>(path.fields());
        fields.set(0, newName.apply(fields.get(0)));
        return new Path(path.root(), List.copyOf(fields), path.kind());
    }
}
