package dev.sendero.rules.journey.reading;

import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the partials that a template includes: {@code {% render 'footer' %}}, or {@code include}. */
final class Includes {

    private static final Pattern INCLUDE = Pattern.compile("\\{%-?\\s*(?:include|render)\\s+(['\"])(.*?)\\1");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*(/[A-Za-z0-9_][A-Za-z0-9_-]*)*");
    private static final String PARTIALS = "templates/partials/";
    private static final String TEMPLATES = "templates/";
    private static final String ENDING = ".liquid";

    private final SortedMap<String, String> texts;
    private final Findings findings;
    private final Set<String> named = new TreeSet<>();

    Includes(SortedMap<String, String> texts, Findings findings) {
        this.texts = texts;
        this.findings = findings;
    }

    /**
     * The paths of the partials by the names that the body uses; those that are not there are reported.
     *
     * @param bodyOffset where the body begins in its file, in code points
     */
    SortedMap<String, String> of(String body, int bodyOffset) {
        var found = new TreeMap<String, String>();
        Matcher include = INCLUDE.matcher(body);
        while (include.find()) {
            String name = include.group(2);
            named.add(name);
            Place place = findings.source()
                    .place(bodyOffset + body.codePointCount(0, include.start(2)), Math.max(1, name.length()));
            Optional<String> file = fileOf(name);
            if (file.isEmpty()) {
                findings.error(
                        ProblemCode.TEMPLATE_MISSING,
                        place,
                        "no partial '" + name + "' in templates/partials",
                        known().isEmpty()
                                ? "there are none yet; write " + PARTIALS + name + ENDING
                                : DidYouMean.hint(name, known()));
            } else if (file.get().equals(findings.source().path())
                    || leadsTo(file.get(), findings.source().path())) {
                findings.error(ProblemCode.TEMPLATE_SYNTAX, place, "'" + name + "' includes this file again", "");
            } else {
                found.put(name, file.get());
            }
        }
        return found;
    }

    /** All names that were found, also those without a partial, which need not be reported again. */
    Set<String> named() {
        return Set.copyOf(named);
    }

    private Optional<String> fileOf(String name) {
        return NAME.matcher(name).matches()
                ? List.of(PARTIALS + name + ENDING, TEMPLATES + name + ENDING).stream()
                        .filter(path -> texts.containsKey(path))
                        .findFirst()
                : Optional.empty();
    }

    private boolean leadsTo(String from, String target) {
        var seen = new TreeSet<String>();
        var open = new TreeSet<String>();
        open.add(from);
        while (!open.isEmpty()) {
            String file = open.pollFirst();
            Matcher include = INCLUDE.matcher(texts.getOrDefault(file, ""));
            while (include.find()) {
                Optional<String> next = fileOf(include.group(2));
                if (next.isPresent() && next.get().equals(target)) {
                    return true;
                }
                next.filter(seen::add).ifPresent(open::add);
            }
        }
        return false;
    }

    private Set<String> known() {
        var names = new TreeSet<String>();
        texts.keySet().stream()
                .filter(path -> path.startsWith(PARTIALS) && path.endsWith(ENDING))
                .forEach(path -> names.add(path.substring(PARTIALS.length(), path.length() - ENDING.length())));
        return names;
    }
}
