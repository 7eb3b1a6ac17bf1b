package dev.sendero.rules.reference;

import dev.sendero.rules.language.Form;
import dev.sendero.rules.language.Key;
import dev.sendero.rules.language.Language;
import dev.sendero.rules.language.Language.FileKind;
import dev.sendero.rules.language.Value;
import dev.sendero.rules.language.Value.Either;
import dev.sendero.rules.language.Value.ListOf;
import dev.sendero.rules.language.Value.MapOf;
import dev.sendero.rules.language.Value.Mapping;
import dev.sendero.rules.language.Value.Number;
import dev.sendero.rules.language.Value.Single;
import dev.sendero.rules.language.Variant;
import dev.sendero.rules.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the reference as Markdown: all forms, file by file, and the codes of problems. */
public final class LanguageReference {

    private final StringBuilder text = new StringBuilder();
    private final Set<Form> written = new HashSet<>();

    private LanguageReference() {}

    /** Ends with a line end. */
    public static String write() {
        return new LanguageReference().all();
    }

    private String all() {
        text.append("""
                # The files of a project

                Made by `sendero docs` from what the reader of these files knows; not to be edited by hand.

                """);
        for (FileKind kind : Language.FILES) {
            text.append("- [`")
                    .append(kind.where())
                    .append("`](#")
                    .append(kind.form())
                    .append(")\n");
        }
        text.append("- [templates](#front-matter)\n- [values](#values)\n- [problems](#problems)\n\n");
        for (FileKind kind : Language.FILES) {
            text.append("## `").append(kind.where()).append("`\n\n");
            Language.reachableFrom(Language.form(kind.form())).forEach(this::form);
        }
        text.append("## Templates\n\n");
        form(Language.form("front-matter"));
        values();
        problems();
        return text.toString();
    }

    private void form(Form form) {
        if (!written.add(form)) {
            return;
        }
        text.append("### ").append(form.name()).append("\n\n").append(form.meaning());
        if (!form.oneAtLeast().isEmpty()) {
            text.append(" At least one of ").append(code(form.oneAtLeast())).append(".");
        }
        text.append("\n\n");
        if (!form.keys().isEmpty()) {
            table(form.keys());
        }
        if (!form.variants().isEmpty()) {
            text.append(form.keys().isEmpty() ? "One of:\n\n" : "And one of:\n\n");
            kinds(form.variants());
        }
    }

    private void table(List<Key> keys) {
        text.append("| key | value | meaning |\n|---|---|---|\n");
        keys.forEach(key -> text.append(row(key, key.required() ? " (required)" : "")));
        text.append('\n');
    }

    private void kinds(List<Variant> variants) {
        text.append("| key | value | meaning |\n|---|---|---|\n");
        for (Variant variant : variants) {
            text.append(row(variant.kind(), ""));
            variant.keys()
                    .forEach(key -> text.append(
                            row(key, key.required() ? " (required)" : "").replaceFirst("\\| ", "| · ")));
        }
        text.append('\n');
    }

    private static String row(Key key, String note) {
        return "| `" + key.name() + "`" + note + " | " + value(key.value()) + " | " + cell(key.meaning()) + " |\n";
    }

    private static String cell(String meaning) {
        return meaning.replace("|", "\\|");
    }

    private static String value(Value value) {
        if (value instanceof Single single) {
            return single.word();
        }
        if (value instanceof Number number) {
            return "number from " + number.least() + " to " + number.most();
        }
        if (value instanceof Value.Words words) {
            return code(words.words());
        }
        if (value instanceof Mapping mapping) {
            return "[" + mapping.form() + "](#" + mapping.form() + ")";
        }
        if (value instanceof ListOf list) {
            return "list of " + value(list.item());
        }
        if (value instanceof MapOf map) {
            return "names, for each: " + value(map.each());
        }
        return ((Either) value).values().stream().map(LanguageReference::value).collect(Collectors.joining(" or "));
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private void values() {
        text.append("""
                ## Values

                - A **duration** is a number with `s`, `m`, `h`, `d` or `w`, or several: `90s`, `1h30m`, `2w`. A day has 24 hours.
                - A **percentage** has two decimals at most: `10%`, `33.34%`.
                - A **condition** is CEL that is true, false or unknown; an **expression** is CEL that gives a value.
                - A **time** is `"09:00"`, in quotes.
                - A text that begins with `!`, `#`, `&`, `*`, a quote or a brace, and one that holds `: ` or ` #`, stands in quotes.

                """);
    }

    private void problems() {
        text.append("## Problems\n\n`sendero validate` shows all of them, each with its code in brackets:\n\n");
        for (ProblemCode code : ProblemCode.values()) {
            text.append("- `")
                    .append(code.slug())
                    .append("`: ")
                    .append(ProblemMeanings.of(code))
                    .append('\n');
        }
    }
}
