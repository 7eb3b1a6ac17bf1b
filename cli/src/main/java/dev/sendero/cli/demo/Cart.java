package dev.sendero.cli.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a shopper means to buy. */
record Cart(String id, List<Product> products) {

    static Cart empty(String id) {
        return new Cart(id, List.of());
    }

    Cart with(Product product) {
        var more = new ArrayList<>(products);
        more.add(product);
        return new Cart(id, List.copyOf(more));
    }

    double total() {
        return products.stream()
                .map(product -> BigDecimal.valueOf(product.price()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }
}
