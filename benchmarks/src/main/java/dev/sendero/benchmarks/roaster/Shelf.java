package dev.sendero.benchmarks.roaster;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What can be had at what price. Now and then something is sold out, or costs less for a week. */
final class Shelf {

    private static final double DAYS_BETWEEN_SALES = 200;
    private static final double DAYS_BETWEEN_SHORTAGES = 200;
    private static final Duration SALE = Duration.ofDays(7);

    private final Diary diary;
    private final Chance chance;
    private final Map<Article, Integer> saleCents = new HashMap<>();
    private final Set<Article> soldOut = new HashSet<>();

    Shelf(Diary diary, Chance chance) {
        this.diary = diary;
        this.chance = chance;
    }

    void open() {
        for (Article article : Article.ALL) {
            planSale(article);
            planShortage(article);
        }
    }

    boolean has(Article article) {
        return !soldOut.contains(article);
    }

    int cents(Article article) {
        return saleCents.getOrDefault(article, article.cents());
    }

    /** As events tell it. */
    Map<String, Object> properties(Article article) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("product_id", article.id());
        properties.put("name", article.name());
        properties.put("category", article.category());
        properties.put("price", Article.euros(cents(article)));
        return properties;
    }

    private void planSale(Article article) {
        diary.after(chance.aboutDays(DAYS_BETWEEN_SALES), () -> {
            int reduced = article.cents() * chance.between(70, 88) / 100;
            saleCents.put(article, reduced);
            Map<String, Object> properties = properties(article);
            properties.put("old_price", Article.euros(article.cents()));
            diary.news("Price Dropped", properties);
            diary.after(SALE, () -> {
                saleCents.remove(article);
                planSale(article);
            });
        });
    }

    private void planShortage(Article article) {
        diary.after(chance.aboutDays(DAYS_BETWEEN_SHORTAGES), () -> {
            soldOut.add(article);
            diary.after(chance.days(2, 12), () -> {
                soldOut.remove(article);
                diary.news("Product Back In Stock", properties(article));
                planShortage(article);
            });
        });
    }
}
