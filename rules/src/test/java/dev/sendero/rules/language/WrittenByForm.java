package dev.sendero.rules.language;

import dev.sendero.rules.language.Value.Either;
import dev.sendero.rules.language.Value.ListOf;
import dev.sendero.rules.language.Value.MapOf;
import dev.sendero.rules.language.Value.Mapping;
import dev.sendero.rules.language.Value.Number;
import dev.sendero.rules.language.Value.Single;
import dev.sendero.rules.language.Value.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Writes files that have the shape that the language describes, with any contents; what has not been written yet first. */
public final class WrittenByForm {

    private static final int MAX_DEPTH = 14;

    private final Random random;
    private final Set<String> used = new TreeSet<>();

    public WrittenByForm(Random random) {
        this.random = random;
    }

    /** As JSON has it. */
    public Map<String, Object> file(Form form) {
        return mapping(form, 0);
    }

    /** The keys that have been written so far, each as {@code form.kind.key}. */
    public Set<String> used() {
        return used;
    }

    /** All keys of a form as {@link #used} calls them. */
    public static Set<String> keysOf(Form form) {
        var keys = new TreeSet<String>();
        form.keys().forEach(key -> keys.add(form.name() + ".." + key.name()));
        for (Variant variant : form.variants()) {
            keys.add(form.name() + "." + variant.kind().name());
            variant.keys()
                    .forEach(key -> keys.add(form.name() + "." + variant.kind().name() + "." + key.name()));
        }
        return keys;
    }

    private Map<String, Object> mapping(Form form, int depth) {
        var entries = new LinkedHashMap<String, Object>();
        for (Key key : form.keys()) {
            boolean needed = key.required() || form.oneAtLeast().indexOf(key.name()) == 0;
            String called = form.name() + ".." + key.name();
            if (needed || isWanted(called, depth)) {
                used.add(called);
                entries.put(key.name(), value(key.value(), depth + 1));
            }
        }
        if (!form.variants().isEmpty()) {
            Variant variant = variant(form, depth);
            boolean besides = false;
            boolean bare = random.nextInt(4) == 0;
            var others = new LinkedHashMap<String, Object>();
            for (Key key : variant.keys()) {
                String called = form.name() + "." + variant.kind().name() + "." + key.name();
                if (key.required() || !bare && isWanted(called, depth)) {
                    used.add(called);
                    others.put(key.name(), value(key.value(), depth + 1));
                    besides = true;
                }
            }
            // What stands beside a kind belongs to the first of the values that it may have.
            Value kind = variant.kind().value();
            boolean first = besides && kind instanceof Either;
            used.add(form.name() + "." + variant.kind().name());
            entries.put(
                    variant.kind().name(),
                    value(first ? ((Either) kind).values().get(0) : kind, depth + 1));
            entries.putAll(others);
        }
        return entries;
    }

    private boolean isWanted(String called, int depth) {
        return !used.contains(called) || random.nextInt(10) < (depth > 4 ? 2 : 5);
    }

    /** Deep inside, only what holds no steps or stages again. */
    private Variant variant(Form form, int depth) {
        List<Variant> choices = form.variants();
        if (depth > MAX_DEPTH / 2) {
            List<Variant> flat = choices.stream()
                    .filter(choice -> choice.kind().value() instanceof Single)
                    .toList();
            choices = flat.isEmpty() ? choices : flat;
        }
        List<Variant> unused = choices.stream()
                .filter(choice ->
                        !used.contains(form.name() + "." + choice.kind().name()))
                .toList();
        choices = unused.isEmpty() ? choices : unused;
        return choices.get(random.nextInt(choices.size()));
    }

    private Object value(Value value, int depth) {
        if (value instanceof Single single) {
            return single(single);
        }
        if (value instanceof Number number) {
            return Math.min(number.most(), number.least() + random.nextInt(20));
        }
        if (value instanceof Words words) {
            return words.words().get(random.nextInt(words.words().size()));
        }
        if (value instanceof Mapping mapping) {
            return mapping(Language.form(mapping.form()), depth);
        }
        if (value instanceof ListOf list) {
            var items = new ArrayList<Object>();
            int count = depth > MAX_DEPTH ? list.least() : Math.max(list.least(), 1 + random.nextInt(2));
            for (int item = 0; item < count; item++) {
                items.add(value(list.item(), depth + 1));
            }
            return items;
        }
        if (value instanceof MapOf map) {
            return Map.of("some_name", value(map.each(), depth + 1));
        }
        List<Value> choices = ((Either) value).values();
        for (Value choice : choices) {
            if (choice instanceof Mapping mapping && !used.containsAll(keysOf(Language.form(mapping.form())))) {
                return value(choice, depth);
            }
        }
        return value(choices.get(depth > MAX_DEPTH ? 0 : random.nextInt(choices.size())), depth);
    }

    private Object single(Single single) {
        return switch (single) {
            case TEXT, PROSE, LIQUID -> "x" + random.nextInt(5);
            case DURATION -> (1 + random.nextInt(9)) + "h30m";
            case SHARE -> random.nextInt(100) + "%";
            case CONDITION -> "profile.id != \"\"";
            case EXPRESSION -> "profile.id";
            case TIME -> "09:30";
            case TEST_TIME -> "+1d 09:30";
            case DATE -> "2026-03-02";
            case FLAG, ANYTHING -> random.nextBoolean();
            case NOTHING -> new LinkedHashMap<>();
        };
    }
}
