package dev.sendero.rules.expression;

import java.util.Set;

/** A compiled condition. Conditions are equal when their sources and places of use are, whatever was compiled of them. */
public interface Condition {

    /** Always true: what a journey file means where it writes no condition. */
    Condition ALWAYS = new Condition() {
        @Override
        public Truth test(Scope scope) {
            return Truth.TRUE;
        }

        @Override
        public String source() {
            return "";
        }

        @Override
        public Set<Reading> readings() {
            return Set.of();
        }

        @Override
        public String toString() {
            return "ALWAYS";
        }
    };

    /** Never throws: what cannot be evaluated is {@link Truth#UNKNOWN}. Safe for many threads. */
    Truth test(Scope scope);

    /** As written in the file; empty for {@link #ALWAYS}. */
    String source();

    /** All that {@link #test} may look at, but the time. */
    default Set<Reading> readings() {
        return Reading.ANYTHING;
    }
}
