package dev.sendero.cli.demo;

import dev.sendero.api.CustomerId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One simulated customer: who they are, what they are like, and what lies in their cart. */
final class Shopper {

    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Bruno", "Carla", "Diego", "Elena", "Felix", "Greta", "Hugo", "Ines", "Jorge", "Katja", "Luis",
            "Marta", "Nico", "Olga", "Pablo", "Rosa", "Sofia", "Tomas", "Vera");
    private static final List<String> SOURCES = List.of("search", "friend", "ad", "magazine");

    private final CustomerId id;
    private final Map<String, Object> traits;
    private final Temperament temperament;
    private Optional<Cart> cart = Optional.empty();
    private int carts;

    private Shopper(CustomerId id, Map<String, Object> traits, Temperament temperament) {
        this.id = id;
        this.traits = traits;
        this.temperament = temperament;
    }

    /** @param number of the shopper in this shop, from 1 */
    static Shopper draw(int number, RandomGenerator random) {
        String firstName = FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()));
        var traits = new LinkedHashMap<String, Object>();
        traits.put("first_name", firstName);
        traits.put("source", SOURCES.get(random.nextInt(SOURCES.size())));
        if (random.nextDouble() < 0.95) {
            traits.put("email", firstName.toLowerCase(Locale.ROOT) + "." + number + "@example.com");
        }
        if (random.nextDouble() < 0.6) {
            traits.put("phone", "+34600%06d".formatted(number));
        }
        var consent = new LinkedHashMap<String, Object>();
        if (random.nextDouble() < 0.85) {
            consent.put("offers", random.nextDouble() < 0.7 ? List.of("email", "sms") : List.of("email"));
        }
        if (random.nextDouble() < 0.6) {
            consent.put("news", List.of("email"));
        }
        traits.put("consent", consent);
        return new Shopper(new CustomerId("shopper-%05d".formatted(number)), traits, Temperament.draw(random));
    }

    CustomerId id() {
        return id;
    }

    Map<String, Object> traits() {
        return traits;
    }

    Temperament temperament() {
        return temperament;
    }

    Optional<Cart> cart() {
        return cart;
    }

    /** Puts something into the cart, which is a new one when there was none. */
    Cart add(Product product) {
        Cart filled = cart.orElseGet(() -> Cart.empty(id.value() + "-cart-" + ++carts))
                .with(product);
        cart = Optional.of(filled);
        return filled;
    }

    void emptyCart() {
        cart = Optional.empty();
    }
}
