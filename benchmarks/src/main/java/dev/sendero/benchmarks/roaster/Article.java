package dev.sendero.benchmarks.roaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that the roaster sells.
 *
 * @param cents its usual price
 */
record Article(String id, String name, String category, int cents) {

    static final String COFFEE = "coffee";

    static final List<String> CATEGORIES = List.of(COFFEE, "grinders", "brewers", "cups");

    private static final List<String> KINDS = List.of(
            "Altiplano",
            "Brisa",
            "Cumbre",
            "Duna",
            "Encina",
            "Faro",
            "Guijarro",
            "Hierro",
            "Isla",
            "Jara",
            "Laurel",
            "Marea");

    private static final Map<String, Integer> CHEAPEST_CENTS =
            Map.of(COFFEE, 1_150, "grinders", 5_900, "brewers", 2_450, "cups", 900);

    /** Twelve of each category. */
    static final List<Article> ALL = all();

    private static List<Article> all() {
        var articles = new ArrayList<Article>();
        for (String category : CATEGORIES) {
            int cents = CHEAPEST_CENTS.getOrDefault(category, 0);
            for (String kind : KINDS) {
                articles.add(new Article("p" + (articles.size() + 1), kind + " " + category, category, cents));
                cents += cents / 5;
            }
        }
        return List.copyOf(articles);
    }

    static List<Article> of(String category) {
        return ALL.stream()
                .filter(article -> article.category().equals(category))
                .toList();
    }

    /** Amounts are decimals in JSON. */
    static double euros(long cents) {
        return cents / 100.0;
    }
}
