package dev.sendero.engine.cep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up triggers, in families: of one shape, with other numbers. */
final class RandomTriggers {

    private static final int FAMILY = 5;

    private final Random shape;
    private final Random numbers;
    private final int firstName;
    private final List<String> captured = new ArrayList<>();
    private int absentSeconds;

    private RandomTriggers(long shapeSeed, long numbersSeed) {
        this.shape = new Random(shapeSeed);
        this.numbers = new Random(numbersSeed);
        this.firstName = shape.nextInt(RandomShopper.NAMES - 3);
    }

    /** By name, which is an id of a journey. */
    static Map<String, WrittenTrigger> of(long seed, int count) {
        var triggers = new LinkedHashMap<String, WrittenTrigger>();
        for (int index = 0; index < count; index++) {
            long family = seed + index / FAMILY;
            var made = new RandomTriggers(31 * family, 17 * seed + index);
            triggers.put("random-" + seed + "-" + index, new WrittenTrigger("{" + made.trigger() + "}"));
        }
        return triggers;
    }

    private String trigger() {
        if (shape.nextInt(10) == 0) {
            return "inactive: {for: %s, events: [%s]}".formatted(seconds(), matches(1 + shape.nextInt(2)));
        }
        int count = 1 + shape.nextInt(4);
        var items = new ArrayList<String>();
        boolean absent = true;
        for (int index = 0; index < count; index++) {
            absent = !absent && shape.nextInt(3) == 0;
            items.add(absent ? absence() : occurrence(index));
        }
        String within =
                shape.nextInt(3) == 0 ? ", within: " + (absentSeconds + 10 * (1 + numbers.nextInt(3))) + "s" : "";
        String per = shape.nextInt(4) == 0 ? ", per: cart" : "";
        return "sequence: [" + String.join(", ", items) + "]" + within + per;
    }

    private String occurrence(int index) {
        String item = "any_of: [" + matches(1 + shape.nextInt(5) / 4) + "]";
        if (shape.nextInt(5) == 0) {
            item += ", times: " + (2 + shape.nextInt(2));
        }
        if (index > 0 && shape.nextInt(4) == 0) {
            item += ", within: " + seconds();
        }
        if (shape.nextInt(3) > 0) {
            captured.add("item" + index);
            item += ", as: item" + index;
        }
        return "{" + item + "}";
    }

    private String absence() {
        int seconds = 10 * (1 + numbers.nextInt(2));
        absentSeconds += seconds;
        return "{none_of: [" + matches(1 + shape.nextInt(2)) + "], for: " + seconds + "s}";
    }

    private String matches(int count) {
        return IntStream.range(0, count).mapToObj(index -> match()).collect(Collectors.joining(", "));
    }

    private String match() {
        String name = RandomShopper.name(firstName + shape.nextInt(4));
        String where =
                switch (shape.nextInt(6)) {
                    case 0, 1 -> "event.properties.price >= " + numbers.nextInt(5);
                    case 2 -> "profile.traits.plan == 'pro'";
                    case 3 ->
                        captured.isEmpty()
                                ? ""
                                : "event.properties.price > "
                                        + captured.get(shape.nextInt(captured.size()))
                                        + ".properties.price";
                    default -> "";
                };
        return where.isEmpty() ? name : "{event: " + name + ", where: \"" + where + "\"}";
    }

    private String seconds() {
        return 10 * (1 + numbers.nextInt(3)) + "s";
    }
}
