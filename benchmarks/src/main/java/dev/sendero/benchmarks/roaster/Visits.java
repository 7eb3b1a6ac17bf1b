package dev.sendero.benchmarks.roaster;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What customers do in the shop: they look around, fill carts, and some order. */
final class Visits {

    /** In a café's order there is enough for many cups. */
    private static final int CAFE_BAGS = 8;

    private final Diary diary;
    private final Shelf shelf;
    private final Parcels parcels;
    private long orders;

    Visits(Diary diary, Shelf shelf, Parcels parcels) {
        this.diary = diary;
        this.shelf = shelf;
        this.parcels = parcels;
    }

    /** From the next one on. */
    void begin(Customer customer) {
        diary.after(pause(customer), () -> {
            visit(customer);
            begin(customer);
        });
    }

    /** Nobody buys coffee in the small hours. */
    private Duration pause(Customer customer) {
        Duration pause = customer.chance().aboutDays(customer.daysBetweenVisits());
        int hour = diary.now().plus(pause).atZone(ZoneOffset.UTC).getHour();
        return hour < 6 ? pause.plusHours(customer.chance().between(6, 12)) : pause;
    }

    /** @return how long it takes */
    Duration visit(Customer customer) {
        Chance chance = customer.chance();
        int views = chance.between(1, 6);
        Duration at = Duration.ZERO;
        String category = chance.of(0.7) ? customer.favourite() : chance.oneOf(Article.CATEGORIES);
        for (int view = 1; view <= views; view++) {
            Article article = chance.oneOf(Article.of(category));
            boolean last = view == views;
            diary.after(at, () -> view(customer, article, last));
            at = at.plus(chance.minutes(0.3, 3));
        }
        return at;
    }

    private void view(Customer customer, Article article, boolean last) {
        diary.does(customer, "Product Viewed", shelf.properties(article));
        Chance chance = customer.chance();
        if (last && shelf.has(article) && chance.of(0.4)) {
            diary.after(chance.minutes(0.1, 1), () -> fillCart(customer, article));
        }
    }

    private void fillCart(Customer customer, Article article) {
        add(customer, article);
        Chance chance = customer.chance();
        if (customer.isCafe()) {
            for (int bag = 1; bag < CAFE_BAGS; bag++) {
                customer.putIntoCart(chance.oneOf(Article.of(Article.COFFEE)));
            }
        } else if (chance.of(0.3)) {
            add(customer, chance.oneOf(Article.of(Article.COFFEE)));
        }
        if (customer.isKnown() && chance.of(0.5)) {
            diary.after(chance.minutes(2, 25), () -> order(customer));
        } else if (customer.isKnown() && chance.of(0.3)) {
            diary.after(chance.days(0.1, 4), () -> order(customer));
        }
    }

    private void add(Customer customer, Article article) {
        customer.putIntoCart(article);
        var properties = new LinkedHashMap<String, Object>();
        properties.put("cart_id", customer.cartId());
        properties.putAll(shelf.properties(article));
        diary.does(customer, "Product Added", properties);
    }

    private void order(Customer customer) {
        String cart = customer.cartId();
        List<Article> articles = customer.takeCart();
        if (articles.isEmpty()) {
            return;
        }
        String order = "order-" + ++orders;
        List<Map<String, Object>> products =
                articles.stream().map(shelf::properties).toList();
        long cents = articles.stream().mapToLong(shelf::cents).sum();
        var properties = new LinkedHashMap<String, Object>();
        properties.put("order_id", order);
        properties.put("cart_id", cart);
        properties.put("total", Article.euros(cents));
        properties.put("products", products);
        diary.does(customer, "Order Completed", properties);
        parcels.send(customer, order, articles.get(0).name(), cents);
    }
}
