package dev.sendero.benchmarks.roaster;

import dev.sendero.api.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One customer: who they are, what they are like, and what lies in their cart. */
final class Customer {

    private static final double CAFES = 0.03;

    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Bruno", "Carla", "Diego", "Elena", "Felix", "Greta", "Hugo", "Ines", "Jorge", "Katja", "Luis",
            "Marta", "Nico", "Olga", "Pablo", "Rosa", "Sofia", "Tomas", "Vera");
    private static final List<String> SOURCES = List.of("search", "friend", "ad", "magazine");
    private static final List<String> LOCALES = List.of("es-ES", "es-ES", "es-MX", "en", "en-GB", "de");
    private static final List<String> ZONES = List.of(
            "Europe/Madrid",
            "Europe/Madrid",
            "Europe/Madrid",
            "Atlantic/Canary",
            "Europe/Lisbon",
            "Europe/Berlin",
            "Europe/London",
            "America/Bogota",
            "Asia/Kolkata");

    private final int number;
    private final Chance chance;
    private final boolean cafe;
    private final String favourite;
    private final double daysBetweenVisits;
    private final List<Article> cart = new ArrayList<>();
    private int carts = 1;
    private boolean known;

    /** @param number of the customer, from 1 */
    Customer(int number, Chance chance) {
        this.number = number;
        this.chance = chance;
        cafe = chance.of(CAFES);
        favourite = chance.of(0.6) ? Article.COFFEE : chance.oneOf(Article.CATEGORIES);
        daysBetweenVisits = chance.random().nextDouble(6, 40);
    }

    Chance chance() {
        return chance;
    }

    boolean isCafe() {
        return cafe;
    }

    /** Of most of what they look at. */
    String favourite() {
        return favourite;
    }

    double daysBetweenVisits() {
        return daysBetweenVisits;
    }

    String device() {
        return "device-" + number;
    }

    /** The device, until the customer is known. */
    CustomerId id() {
        return new CustomerId(known ? "customer-" + number : device());
    }

    boolean isKnown() {
        return known;
    }

    void becomeKnown() {
        known = true;
    }

    /** What the customer says when asked, which is not everything; to be asked once. */
    Map<String, Object> traits() {
        String firstName = chance.oneOf(FIRST_NAMES);
        var traits = new LinkedHashMap<String, Object>();
        traits.put("first_name", firstName);
        traits.put("source", chance.oneOf(SOURCES));
        traits.put("locale", chance.oneOf(LOCALES));
        traits.put("timezone", chance.oneOf(ZONES));
        if (chance.of(0.94)) {
            traits.put("email", "customer." + number + "@example.com");
        }
        if (chance.of(0.55)) {
            traits.put("phone", "+346" + (10_000_000 + number));
        }
        if (chance.of(0.7)) {
            traits.put("birthday", birthday().toString());
        }
        if (cafe) {
            traits.put("company", "Café " + firstName);
        }
        traits.put("consent", consent());
        return traits;
    }

    private LocalDate birthday() {
        return LocalDate.of(chance.between(1945, 2004), 1, 1).plusDays(chance.between(0, 364));
    }

    private Map<String, Object> consent() {
        var consent = new LinkedHashMap<String, Object>();
        if (chance.of(0.8)) {
            consent.put("offers", chance.of(0.5) ? List.of("email", "sms") : List.of("email"));
        }
        if (chance.of(0.6)) {
            consent.put("news", List.of("email"));
        }
        return consent;
    }

    String cartId() {
        return "cart-" + number + "-" + carts;
    }

    void putIntoCart(Article article) {
        cart.add(article);
    }

    /** What was in the cart, which is a new one from now on. */
    List<Article> takeCart() {
        List<Article> taken = List.copyOf(cart);
        cart.clear();
        carts++;
        return taken;
    }
}
