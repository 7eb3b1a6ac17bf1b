package dev.sendero.rules.template;

import dev.sendero.rules.expression.Compilation.Issue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says at load what is wrong with a template. Safe for many threads. It keeps the tree of each text, as most mails of a
 * project include the same few partials: take one for each look at a project.
 */
public final class LiquidChecker {

    private final Map<String, LiquidSyntax.Outcome> parsed = new ConcurrentHashMap<>();

    /**
     * @param partials names that the template may include; the partials themselves are checked on their own
     * @param captured names of the trigger's items, which {@code run} has beside {@code trigger}
     * @return by offset; nothing when all is well
     */
    public List<Issue> check(String source, TemplateKind kind, Set<String> partials, Set<String> captured) {
        if (kind == TemplateKind.JSON) {
            return json(source, captured);
        }
        var issues = new ArrayList<>(liquid(source, new LiquidNames(kind, partials, captured, false)));
        if (kind == TemplateKind.MJML) {
            issues.addAll(MjmlTags.check(source));
        }
        issues.sort(Comparator.comparingInt(Issue::offset));
        return issues;
    }

    /** Like {@link #check}, for a partial: it may name what the templates around it assign, and need not be all of a mail. */
    public List<Issue> checkPartial(String source, TemplateKind kind, Set<String> partials, Set<String> captured) {
        var issues = new ArrayList<>(liquid(source, new LiquidNames(kind, partials, captured, true)));
        if (kind == TemplateKind.MJML) {
            issues.addAll(MjmlTags.checkPart(source));
        }
        issues.sort(Comparator.comparingInt(Issue::offset));
        return issues;
    }

    private List<Issue> json(String source, Set<String> captured) {
        var json = JsonLeaves.of(source);
        var issues = new ArrayList<>(json.issues());
        for (var leaf : json.leaves()) {
            liquid(leaf.value(), new LiquidNames(TemplateKind.JSON, Set.of(), captured, false))
                    .forEach(issue -> issues.add(leaf.inSource(issue)));
        }
        return issues;
    }

    private List<Issue> liquid(String source, LiquidNames names) {
        LiquidSyntax.Outcome outcome = parsed.computeIfAbsent(source, LiquidSyntax::parse);
        var issues = new ArrayList<>(outcome.issues());
        outcome.tree().ifPresent(tree -> issues.addAll(names.check(tree)));
        issues.sort(Comparator.comparingInt(Issue::offset));
        return issues;
    }
}
