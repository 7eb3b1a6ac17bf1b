package dev.sendero.core.trait;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Scope;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A segment.
 *
 * @param id a hash of the name, of the condition and of the rules of the traits that it looks at
 * @param rules of these traits, by their ids
 */
record KeptSegment(long id, String name, Condition condition, Set<Long> rules) {

    private static final Pattern TIME = Pattern.compile("\\bnow\\b");

    /** Whether it may change by time alone, apart from the windows of traits; in doubt it does. */
    boolean looksAtTime() {
        return TIME.matcher(condition.source()).find();
    }

    /** In doubt nobody is in it. */
    boolean has(Scope scope) {
        return condition.test(scope).isTrue();
    }
}
