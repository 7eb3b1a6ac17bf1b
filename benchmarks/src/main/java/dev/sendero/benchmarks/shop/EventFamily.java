package dev.sendero.benchmarks.shop;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events with the same properties. */
public enum EventFamily {
    BROWSING(List.of(Measure.PRICE), "category"),
    CART(List.of(Measure.PRICE, Measure.QUANTITY), "category"),
    ORDER(List.of(Measure.TOTAL, Measure.ITEMS), "coupon"),
    SEARCH(List.of(Measure.RESULTS), "category"),
    VISIT(List.of(Measure.SECONDS), "source");

    /** What the events of one cart agree on; carts and orders have it. */
    public static final String CART_ID = "cart_id";

    private final List<Measure> measures;
    private final String word;

    EventFamily(List<Measure> measures, String word) {
        this.measures = measures;
        this.word = word;
    }

    public List<Measure> measures() {
        return measures;
    }

    /** The property that holds one of {@link #words()}. */
    public String wordProperty() {
        return word;
    }

    public List<String> words() {
        return switch (this) {
            case BROWSING, CART, SEARCH ->
                List.of(
                        "lamps",
                        "rugs",
                        "chairs",
                        "tables",
                        "beds",
                        "kitchen",
                        "bath",
                        "garden",
                        "textiles",
                        "mirrors",
                        "storage",
                        "candles");
            case ORDER -> List.of("none", "welcome", "spring", "friends");
            case VISIT -> List.of("direct", "search", "email", "social", "affiliate", "print");
        };
    }

    public boolean hasCart() {
        return this == CART || this == ORDER;
    }

    /** Its properties and their types, as {@code events.yaml} names them. */
    public Map<String, String> types() {
        var types = new TreeMap<String, String>();
        measures.forEach(measure -> types.put(measure.property(), "number"));
        types.put(word, "string");
        if (hasCart()) {
            types.put(CART_ID, "string");
        }
        if (this == BROWSING || this == CART) {
            types.put("product_id", "string");
        }
        return types;
    }
}
