package dev.sendero.rules.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All forms, and which file begins with which. */
public final class Language {

    /**
     * A kind of file that a project has.
     *
     * @param name of its schema, such as {@code journey}
     * @param where which files these are, such as {@code journeys/*.yaml}
     * @param form the form of the whole file
     */
    public record FileKind(String name, String where, String form) {

        /** Whether a file is of this kind. @param path relative to the project, with forward slashes */
        public boolean includes(String path) {
            int star = where.indexOf('*');
            return star < 0
                    ? path.equals(where)
                    : path.startsWith(where.substring(0, star))
                            && path.indexOf('/', star) < 0
                            && path.endsWith(where.substring(star + 1));
        }
    }

    public static final List<FileKind> FILES = List.of(
            new FileKind("journey", "journeys/*.yaml", "journey"),
            new FileKind("sendero", "sendero.yaml", "settings"),
            new FileKind("events", "events.yaml", "plan"),
            new FileKind("traits", "traits/*.yaml", "traits"),
            new FileKind("test", "tests/*.yaml", "test-file"));

    private static final Map<String, Form> BY_NAME;
    private static final Map<String, Form> BY_CALL;

    static {
        var byName = new TreeMap<String, Form>();
        var byCall = new TreeMap<String, Form>();
        Stream.of(
                        JourneyForms.ALL,
                        TriggerForms.ALL,
                        StepForms.ALL,
                        SettingsForms.ALL,
                        EmailForms.ALL,
                        TextChannelForms.ALL,
                        ActionChannelForms.ALL,
                        TraitForms.ALL,
                        TestForms.ALL,
                        TemplateForms.ALL)
                .flatMap(List::stream)
                .forEach(form -> {
                    byName.put(form.name(), form);
                    form.called().forEach(called -> byCall.put(called, form));
                });
        BY_NAME = Collections.unmodifiableMap(byName);
        BY_CALL = Collections.unmodifiableMap(byCall);
    }

    private Language() {}

    /** @throws IllegalArgumentException when there is no such form */
    public static Form form(String name) {
        Form form = BY_NAME.get(name);
        if (form == null) {
            throw new IllegalArgumentException("form: " + name + " (expected: one of " + BY_NAME.keySet() + ")");
        }
        return form;
    }

    /** The kind of a project's file. @param path relative to the project, with forward slashes */
    public static Optional<FileKind> kindOf(String path) {
        return FILES.stream().filter(kind -> kind.includes(path)).findFirst();
    }

    /** The forms that a form leads to, itself first, each once, in the order in which a reader comes to them. */
    public static List<Form> reachableFrom(Form root) {
        var found = new ArrayList<Form>();
        collect(root, found);
        return List.copyOf(found);
    }

    private static void collect(Form form, List<Form> found) {
        if (found.contains(form)) {
            return;
        }
        found.add(form);
        form.keysBeside(form.kinds()).forEach(key -> collect(key.value(), found));
    }

    private static void collect(Value value, List<Form> found) {
        if (value instanceof Value.Mapping mapping) {
            collect(form(mapping.form()), found);
        } else if (value instanceof Value.ListOf list) {
            collect(list.item(), found);
        } else if (value instanceof Value.MapOf map) {
            collect(map.each(), found);
        } else if (value instanceof Value.Either either) {
            either.values().forEach(each -> collect(each, found));
        }
    }

    /**
     * What a reader asks for and the language does not describe: why schemas, reference and reader would drift apart.
     *
     * @param called what the reader calls the mapping
     * @param asked the keys for which it asks
     * @return one sentence that says where to add what; empty when all is described
     */
    public static String missing(String called, Set<String> asked) {
        Form form = BY_CALL.get(called);
        if (form == null) {
            return "the language does not describe what the reader calls " + called
                    + ": add a form of that name to dev.sendero.rules.language";
        }
        List<String> missing = asked.stream()
                .filter(key -> !form.allNames().contains(key))
                .sorted()
                .toList();
        return missing.isEmpty()
                ? ""
                : "the reader of " + called + " asks for " + missing + ", which the form '" + form.name()
                        + "' of dev.sendero.rules.language does not describe: add it there";
    }
}
