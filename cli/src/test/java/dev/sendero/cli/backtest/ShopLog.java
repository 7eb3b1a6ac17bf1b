package dev.sendero.cli.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The events of a made-up shop as CSV, the same for the same seed: many of one customer share a second. */
final class ShopLog {

    static final String MAP = """
            userId: customer
            event: event
            timestamp: time
            properties: [name, price, total]
            types: {price: number, total: number}
            """;

    private static final String HEADER = "customer,event,time,name,price,total";
    private static final Instant BEGINNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<String> NAMES = List.of("Lamp", "Chair", "\"Rug, red\"");

    private final Random random;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    ShopLog(long seed, int customers) {
        random = new Random(seed);
        for (int i = 0; i < customers; i++) {
            String customer = "c" + i;
            rows.put(customer, rowsOf(customer));
        }
    }

    private List<String> rowsOf(String customer) {
        var events = new ArrayList<String>();
        long seconds = random.nextInt(86_400);
        int count = 1 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            seconds += random.nextInt(3) == 0 ? 0 : random.nextInt(3_000) * (long) (1 + random.nextInt(4));
            events.add(customer + rest(BEGINNING.plusSeconds(seconds)));
        }
        // Not by time: a file need not be. Rows of one second stay as they are, in every file that is made of them.
        Collections.rotate(events, random.nextInt(3) == 0 ? 1 : 0);
        return events;
    }

    private String rest(Instant time) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> ",Product Viewed," + time + ",,,";
            case 2, 3 ->
                ",Product Added," + time + "," + NAMES.get(random.nextInt(NAMES.size())) + ","
                        + (5 + random.nextInt(200)) + ",";
            default -> ",Order Completed," + time + ",,," + (10 + random.nextInt(300)) / 2.0;
        };
    }

    /** One customer after the other. */
    String csv() {
        return csv(List.copyOf(rows.keySet()));
    }

    /** One customer after the other, in another order. */
    String shuffledByCustomer(long seed) {
        var customers = new ArrayList<>(rows.keySet());
        Collections.shuffle(customers, new Random(seed));
        return csv(customers);
    }

    /** All mixed, but the rows of each customer in their order. */
    String interleaved(long seed) {
        var chance = new Random(seed);
        var customers = new ArrayList<>(rows.keySet());
        var positions = new LinkedHashMap<String, Integer>();
        var csv = new StringBuilder(HEADER).append('\n');
        while (!customers.isEmpty()) {
            String customer = customers.get(chance.nextInt(customers.size()));
            int position = positions.merge(customer, 1, Integer::sum) - 1;
            csv.append(rows.get(customer).get(position)).append('\n');
            if (position + 1 == rows.get(customer).size()) {
                customers.remove(customer);
            }
        }
        return csv.toString();
    }

    private String csv(List<String> customers) {
        var csv = new StringBuilder(HEADER).append('\n');
        customers.forEach(
                customer -> rows.get(customer).forEach(row -> csv.append(row).append('\n')));
        return csv.toString();
    }
}
