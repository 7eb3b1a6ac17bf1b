package dev.sendero.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something the shop sells.
 *
 * @param price in the shop's currency
 */
record Product(String id, String name, String category, double price) {

    /** All that the shop sells. */
    static final List<Product> CATALOGUE = List.of(
            new Product("p-101", "Linen Lamp", "light", 39.0),
            new Product("p-102", "Paper Moon Pendant", "light", 64.5),
            new Product("p-103", "Brass Reading Light", "light", 119.0),
            new Product("p-201", "Oak Stool", "wood", 89.0),
            new Product("p-202", "Walnut Side Table", "wood", 179.0),
            new Product("p-203", "Ash Bookshelf", "wood", 349.0),
            new Product("p-204", "Lounge Chair", "wood", 459.0),
            new Product("p-301", "Wool Throw", "textile", 74.9),
            new Product("p-302", "Linen Cushion", "textile", 24.9),
            new Product("p-303", "Cotton Rug", "textile", 139.0),
            new Product("p-401", "Stoneware Bowl", "table", 18.5),
            new Product("p-402", "Set of Six Glasses", "table", 32.0),
            new Product("p-403", "Carafe", "table", 27.5),
            new Product("p-501", "Beeswax Candle", "scent", 12.0),
            new Product("p-502", "Cedar Diffuser", "scent", 42.0));

    Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("product_id", id);
        properties.put("name", name);
        properties.put("category", category);
        properties.put("price", asJson(price));
        return properties;
    }

    /** As shops send amounts: without a fraction when there is none. */
    static Object asJson(double amount) {
        return amount == Math.rint(amount) ? (Object) (long) amount : (Object) amount;
    }
}
