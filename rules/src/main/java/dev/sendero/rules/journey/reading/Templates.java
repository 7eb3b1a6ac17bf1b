package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.Compilation.Issue;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.template.TemplateKind;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The templates that one journey names or writes itself. */
final class Templates {

    private final TemplateFiles all;
    private final Findings findings;
    private final Names names;
    private final Set<String> files = new TreeSet<>();
    private boolean sound = true;

    Templates(TemplateFiles all, Findings findings, Names names) {
        this.all = all;
        this.findings = findings;
        this.names = names;
    }

    /** The template of an e-mail; a problem when there is none of that name. */
    Optional<LoadedTemplate> email(YamlScalar name) {
        return load(name, all::email);
    }

    /** The template of a text message; a problem when there is none of that name. */
    Optional<LoadedTemplate> text(YamlScalar name) {
        return load(name, all::text);
    }

    /** A template's variants in other languages, by BCP 47 tag. */
    SortedMap<String, LoadedTemplate> emailLocales(YamlScalar name) {
        return locales(name, all::email);
    }

    /** Likewise, of the template of a text message. */
    SortedMap<String, LoadedTemplate> textLocales(YamlScalar name) {
        return locales(name, all::text);
    }

    private SortedMap<String, LoadedTemplate> locales(
            YamlScalar name, BiFunction<String, Set<String>, LoadedTemplate> reading) {
        var locales = new TreeMap<String, LoadedTemplate>();
        all.find(name.text())
                .map(all::locales)
                .ifPresent(paths -> paths.forEach((tag, path) -> {
                    LoadedTemplate template = reading.apply(path, names.all());
                    files.addAll(template.files());
                    sound &= template.sound();
                    locales.put(tag, template);
                }));
        return Collections.unmodifiableSortedMap(locales);
    }

    /** A template that stands in the journey file itself. */
    String inline(YamlScalar source, TemplateKind kind) {
        List<Issue> issues = all.check(source.text(), kind, names.all());
        Expressions.report(findings, ProblemCode.TEMPLATE_SYNTAX, source, issues);
        return source.text();
    }

    Set<String> files() {
        return Set.copyOf(files);
    }

    /** Whether no template file that was used has an error. */
    boolean sound() {
        return sound;
    }

    private Optional<LoadedTemplate> load(YamlScalar name, BiFunction<String, Set<String>, LoadedTemplate> reading) {
        Optional<String> path = all.find(name.text());
        if (path.isEmpty()) {
            findings.error(
                    ProblemCode.TEMPLATE_MISSING,
                    name.place(),
                    "no template '" + name.text() + "' in templates",
                    all.names().isEmpty()
                            ? "there are none yet; write templates/" + name.text() + ".liquid"
                            : DidYouMean.hint(name.text(), all.names()));
            return Optional.empty();
        }
        LoadedTemplate template = reading.apply(path.get(), names.all());
        files.addAll(template.files());
        sound &= template.sound();
        return Optional.of(template);
    }
}
