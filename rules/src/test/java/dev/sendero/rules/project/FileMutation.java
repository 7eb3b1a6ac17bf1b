package dev.sendero.rules.project;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Breaks a file by a seed: deletes, duplicates, swaps or retypes one to three of its nodes, or cuts bytes out of it. */
final class FileMutation {

    private static final List<Object> VALUES = List.of(
            5,
            -1,
            true,
            "",
            "x",
            "1h",
            "50%",
            "9".repeat(40),
            "{{ x",
            "{% if %}",
            "event.",
            "a && ",
            List.of(),
            Map.of(),
            List.of("a", "b"),
            Map.of("a", "b"),
            List.of(List.of(List.of())),
            "\uD83D\uDED2",
            "\u0000",
            "#x",
            "!x",
            "*x");

    private final Random random;

    FileMutation(long seed) {
        this.random = new Random(seed);
    }

    /** @param yaml whether the file has nodes that can be found */
    String of(String text, boolean yaml) {
        String mutated = text;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            boolean nodes = yaml && random.nextInt(4) > 0;
            mutated = nodes ? mutateNode(mutated).orElse(cut(mutated)) : cut(mutated);
        }
        return mutated;
    }

    /** Bytes, not characters: what is left may be no UTF-8 any more, which a reader of files would replace or refuse. */
    private String cut(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return text;
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(12));
        byte[] left = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, left, from, bytes.length - to);
        return new String(left, StandardCharsets.UTF_8);
    }

    private Optional<String> mutateNode(String text) {
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(text);
            if (root == null) {
                return Optional.empty();
            }
            var holders = new ArrayList<Object>();
            collect(root, holders);
            if (holders.isEmpty()) {
                return Optional.empty();
            }
            mutate(holders.get(random.nextInt(holders.size())));
            var settings = DumpSettings.builder()
                    .setDefaultFlowStyle(random.nextBoolean() ? FlowStyle.AUTO : FlowStyle.BLOCK)
                    .build();
            return Optional.of(new Dump(settings).dumpToString(root));
        } catch (YamlEngineException unreadable) {
            return Optional.empty();
        }
    }

    private static void collect(Object node, List<Object> holders) {
        if (node instanceof Map<?, ?> map && !map.isEmpty()) {
            holders.add(map);
            map.values().forEach(value -> collect(value, holders));
        } else if (node instanceof List<?> list && !list.isEmpty()) {
            holders.add(list);
            list.forEach(value -> collect(value, holders));
        }
    }

    @SuppressWarnings("unchecked") // the loader makes nothing but maps and lists of objects
    private void mutate(Object holder) {
        if (holder instanceof List<?> list) {
            mutateList((List<Object>) list);
        } else {
            mutateMap((Map<Object, Object>) holder);
        }
    }

    private void mutateList(List<Object> list) {
        int one = random.nextInt(list.size());
        int other = random.nextInt(list.size());
        Object moved = list.get(one);
        switch (random.nextInt(4)) {
            case 0 -> list.remove(one);
            case 1 -> list.add(other, copyOf(moved));
            case 2 -> {
                list.set(one, copyOf(list.get(other)));
                list.set(other, moved);
            }
            default -> list.set(one, any());
        }
    }

    private void mutateMap(Map<Object, Object> map) {
        List<Object> keys = List.copyOf(map.keySet());
        Object one = keys.get(random.nextInt(keys.size()));
        Object other = keys.get(random.nextInt(keys.size()));
        Object moved = map.get(one);
        switch (random.nextInt(5)) {
            case 0 -> map.remove(one);
            case 1 -> map.put(one + "s", copyOf(moved));
            case 2 -> {
                map.put(one, copyOf(map.get(other)));
                map.put(other, moved);
            }
            case 3 -> {
                var renamed = new LinkedHashMap<>(map);
                map.clear();
                renamed.forEach((key, value) -> map.put(key.equals(one) ? "x" + key : key, value));
            }
            default -> map.put(one, any());
        }
    }

    private Object any() {
        return copyOf(VALUES.get(random.nextInt(VALUES.size())));
    }

    /** Twice the same object would be written as an alias. */
    private static Object copyOf(Object value) {
        if (value instanceof List<?> list) {
            var copy = new ArrayList<>();
            list.forEach(element -> copy.add(copyOf(element)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(key, copyOf(element)));
            return copy;
        }
        return value;
    }
}
