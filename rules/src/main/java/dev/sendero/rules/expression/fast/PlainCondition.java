package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.Use;
import java.util.Objects;
import java.util.Set;

/** A condition that is evaluated in plain Java, so that it can be taken apart and compared with others. */
public final class PlainCondition implements Condition {

    private final String source;
    private final Use use;
    private final Predicate predicate;
    private final Set<Reading> readings;

    public PlainCondition(String source, Use use, Predicate predicate, Set<Reading> readings) {
        this.source = source;
        this.use = use;
        this.predicate = predicate;
        this.readings = readings;
    }

    public Predicate predicate() {
        return predicate;
    }

    @Override
    public Truth test(Scope scope) {
        return predicate.test(scope);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<Reading> readings() {
        return readings;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlainCondition that && source.equals(that.source) && use == that.use;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, use);
    }

    @Override
    public String toString() {
        return source;
    }
}
