package dev.sendero.rules.journey.reading;

import dev.sendero.api.message.Content;
import dev.sendero.rules.expression.Compilation.Issue;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.SourceFile;
import dev.sendero.rules.template.LiquidChecker;
import dev.sendero.rules.template.TemplateKind;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The templates of a project: finds, reads and checks them for the journeys that name them. Only what lies in the project's folder is found. */
public final class TemplateFiles {

    private static final String FOLDER = "templates/";
    private static final String MJML_ENDING = ".mjml.liquid";
    private static final String ENDING = ".liquid";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");

    /** A language by its two letters, perhaps with a script and a region. */
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final SortedMap<String, String> texts;
    private final LiquidChecker checker;
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** @param texts the project's files by path */
    public TemplateFiles(SortedMap<String, String> texts, LiquidChecker checker) {
        this.texts = texts;
        this.checker = checker;
    }

    /** What is wrong with the templates that have been read so far. */
    public Collection<Problem> problems() {
        return Set.copyOf(problems);
    }

    List<Issue> check(String source, TemplateKind kind, Set<String> captured) {
        return checker.check(source, kind, Set.of(), captured);
    }

    /** The path of a template. @param name as journeys write it: below {@code templates}, without ending */
    Optional<String> find(String name) {
        return NAME.matcher(name).matches()
                ? List.of(FOLDER + name + MJML_ENDING, FOLDER + name + ENDING).stream()
                        .filter(path -> texts.containsKey(path))
                        .findFirst()
                : Optional.empty();
    }

    /** A template's variants in other languages: their paths, by BCP 47 tag. @param path as {@link #find} gave it */
    SortedMap<String, String> locales(String path) {
        String stem = path.substring(0, path.length() - endingOf(path).length()) + ".";
        var variants = new TreeMap<String, String>();
        for (String other : texts.tailMap(stem).keySet()) {
            if (!other.startsWith(stem)) {
                break;
            }
            if (other.endsWith(ENDING)) {
                localeOf(other).ifPresent(tag -> variants.put(tag, other));
            }
        }
        return variants;
    }

    private static String endingOf(String path) {
        return path.endsWith(MJML_ENDING) ? MJML_ENDING : ENDING;
    }

    /** The tag before the ending, such as {@code es} in {@code offer.es.mjml.liquid}. */
    private static Optional<String> localeOf(String path) {
        String stem = path.substring(0, path.length() - endingOf(path).length());
        String tag = stem.substring(stem.lastIndexOf('.') + 1).replace('_', '-');
        boolean known = LOCALE.matcher(tag).matches()
                && LANGUAGES.contains(tag.substring(0, 2).toLowerCase(Locale.ROOT));
        return known ? Optional.of(Locale.forLanguageTag(tag).toLanguageTag()) : Optional.empty();
    }

    /** Whether a template is one of another in another language. */
    private boolean isVariant(String path) {
        if (localeOf(path).isEmpty()) {
            return false;
        }
        String stem = path.substring(0, path.length() - endingOf(path).length());
        String base = stem.substring(0, stem.lastIndexOf('.'));
        return texts.containsKey(base + MJML_ENDING) || texts.containsKey(base + ENDING);
    }

    /** As journeys may write them. */
    public Set<String> names() {
        var names = new TreeSet<String>();
        for (String path : texts.keySet()) {
            if (path.startsWith(FOLDER)
                    && path.endsWith(ENDING)
                    && !path.startsWith(FOLDER + "partials/")
                    && !isVariant(path)) {
                names.add(path.substring(
                        FOLDER.length(), path.length() - endingOf(path).length()));
            }
        }
        return names;
    }

    /**
     * What a message by this template says to the profile's address, by language: an e-mail when the template has a
     * subject, else a text message. First, by an empty tag, for who has no other language. Empty when there is no template of
     * that name.
     *
     * @param name as journeys write it
     */
    public SortedMap<String, Content> contents(String name) {
        var contents = new TreeMap<String, Content>();
        find(name).ifPresent(path -> {
            contents.put("", content(path));
            locales(path).forEach((tag, variant) -> contents.put(tag, content(variant)));
        });
        return contents;
    }

    private Content content(String path) {
        LoadedTemplate template = email(path, Set.of());
        return template.subject().isEmpty() && template.format() == Content.Format.HTML
                ? new Content.Sms("", template.body().strip())
                : new Content.Email(
                        "",
                        template.from(),
                        template.subject(),
                        template.preheader(),
                        template.format(),
                        template.body(),
                        Collections.unmodifiableSortedMap(template.partials()));
    }

    /** An e-mail's template. @param path as {@link #find} gave it */
    LoadedTemplate email(String path, Set<String> captured) {
        boolean mjml = path.endsWith(MJML_ENDING);
        return load(path, mjml ? TemplateKind.MJML : TemplateKind.HTML, true, captured);
    }

    /** The template of a text message. */
    LoadedTemplate text(String path, Set<String> captured) {
        return load(path, TemplateKind.TEXT, false, captured);
    }

    private LoadedTemplate load(String path, TemplateKind kind, boolean email, Set<String> captured) {
        var source = SourceFile.of(path, texts.getOrDefault(path, ""));
        var findings = new Findings(source);
        FrontMatter front = FrontMatter.of(source, findings);
        front.check(email);
        front.scalars().forEach(scalar -> reportAt(scalar, findings, captured));
        var includes = new Includes(texts, findings);
        var partials = new TreeMap<String, String>();
        var files = new TreeSet<String>();
        files.add(path);
        includes.of(front.body(), front.bodyOffset()).forEach((name, file) -> {
            partials.put(name, texts.getOrDefault(file, ""));
            files.add(file);
        });
        for (Issue issue : checker.check(front.body(), kind, includes.named(), captured)) {
            findings.error(
                    ProblemCode.TEMPLATE_SYNTAX,
                    source.place(front.bodyOffset() + issue.offset(), issue.length()),
                    issue.message(),
                    issue.hint());
        }
        boolean sound = addPartials(files, path, kind, partials, captured);
        problems.addAll(findings.problems());
        return new LoadedTemplate(
                front.text("subject"),
                front.text("preheader"),
                front.text("from"),
                kind == TemplateKind.MJML ? Content.Format.MJML : Content.Format.HTML,
                front.body(),
                partials,
                files,
                sound && !findings.hasErrors());
    }

    /** Reads what the template includes, and what that includes in turn. */
    private boolean addPartials(
            Set<String> files,
            String path,
            TemplateKind kind,
            SortedMap<String, String> partials,
            Set<String> captured) {
        boolean sound = true;
        var open = new TreeSet<>(files);
        open.remove(path);
        while (!open.isEmpty()) {
            String partial = open.pollFirst();
            var source = SourceFile.of(partial, texts.getOrDefault(partial, ""));
            var findings = new Findings(source);
            var includes = new Includes(texts, findings);
            includes.of(source.text(), 0).forEach((name, file) -> {
                partials.put(name, texts.getOrDefault(file, ""));
                if (files.add(file)) {
                    open.add(file);
                }
            });
            for (Issue issue : checker.checkPartial(source.text(), kind, includes.named(), captured)) {
                findings.error(
                        ProblemCode.TEMPLATE_SYNTAX,
                        source.place(issue.offset(), issue.length()),
                        issue.message(),
                        issue.hint());
            }
            problems.addAll(findings.problems());
            sound &= !findings.hasErrors();
        }
        return sound;
    }

    private void reportAt(YamlScalar scalar, Findings findings, Set<String> captured) {
        Expressions.report(
                findings,
                ProblemCode.TEMPLATE_SYNTAX,
                scalar,
                checker.check(scalar.text(), TemplateKind.TEXT, Set.of(), captured));
    }
}
