package dev.sendero.cli.demo;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents.Kind;
import dev.sendero.api.message.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A shop and its customers, as a discrete-event simulation: an agenda of what comes next, played up to a time. Knows no
 * clock. Not safe for several threads.
 */
final class ShopSimulation {

    private static final Duration FIRST_DAYS = Duration.ofDays(6);

    private record Planned(Instant at, long number, Runnable act) {
        static final Comparator<Planned> ORDER =
                Comparator.comparing(Planned::at).thenComparing(Planned::number);
    }

    private final ShopSettings settings;
    private final RandomGenerator random;
    private final PriorityQueue<Planned> agenda = new PriorityQueue<>(Planned.ORDER);
    private final Map<CustomerId, Shopper> shoppers = new HashMap<>();
    private final List<Event> happened = new ArrayList<>();
    private Instant now;
    private long planned;
    private long events;

    ShopSimulation(ShopSettings settings) {
        this.settings = settings;
        random = new SplittableRandom(settings.seed());
        now = settings.start();
        for (int number = 1; number <= settings.shoppersAtStart(); number++) {
            arrive(Duration.ofSeconds(random.nextLong(FIRST_DAYS.toSeconds())));
        }
        arrive(untilNextNewcomer());
    }

    /** What happens after the last call and up to a time, in order. */
    List<Event> playUntil(Instant time) {
        happened.clear();
        while (!agenda.isEmpty() && !agenda.peek().at().isAfter(time)) {
            Planned next = agenda.poll();
            now = next.at();
            next.act().run();
        }
        now = time;
        return List.copyOf(happened);
    }

    /** What became of a message; its customer may react. A receipt of a customer of another shop is ignored. */
    void receive(Event receipt) {
        Shopper shopper = shoppers.get(receipt.customer());
        if (shopper != null) {
            plan(Duration.ZERO, () -> receive(shopper, receipt));
        }
    }

    private void arrive(Duration after) {
        Shopper shopper = Shopper.draw(shoppers.size() + 1, random);
        shoppers.put(shopper.id(), shopper);
        plan(after, () -> register(shopper));
    }

    private void register(Shopper shopper) {
        happened.add(Event.identify(nextId(), shopper.id(), now, shopper.traits()));
        happen(shopper, "Account Created", Map.of("source", shopper.traits().get("source")));
        plan(Duration.ofMinutes(random.nextInt(1, 240)), () -> visit(shopper));
        if (shoppers.size() > settings.shoppersAtStart() && shopper.id().equals(newest())) {
            arrive(untilNextNewcomer());
        }
    }

    private CustomerId newest() {
        return new CustomerId("shopper-%05d".formatted(shoppers.size()));
    }

    private Duration untilNextNewcomer() {
        return ofDays(exponential(1.0 / settings.newShoppersPerDay()));
    }

    private void visit(Shopper shopper) {
        browse(shopper);
        plan(untilNextVisit(shopper), () -> visit(shopper));
    }

    private void browse(Shopper shopper) {
        int views = random.nextInt(1, 6);
        Duration after = Duration.ZERO;
        for (int view = 1; view <= views; view++) {
            Product product = Product.CATALOGUE.get(random.nextInt(Product.CATALOGUE.size()));
            plan(after, () -> happen(shopper, "Product Viewed", product.properties()));
            after = after.plusSeconds(random.nextInt(15, 180));
            if (view == views && random.nextDouble() < shopper.temperament().impulse()) {
                plan(after, () -> add(shopper, product));
                if (random.nextDouble() < shopper.temperament().resolve()) {
                    plan(after.plusSeconds(random.nextInt(60, 1_500)), () -> order(shopper));
                }
            }
        }
    }

    /** Some stay away for long: they are whom a win-back is for. */
    private Duration untilNextVisit(Shopper shopper) {
        double days = exponential(shopper.temperament().daysBetweenVisits());
        Duration pause = ofDays(random.nextDouble() < 0.12 ? days * 6 + 6 : days);
        int hour = now.plus(pause).atZone(ZoneOffset.UTC).getHour();
        return hour < 7 ? pause.plusHours(7L + random.nextInt(4)) : pause;
    }

    private void add(Shopper shopper, Product product) {
        Cart cart = shopper.add(product);
        var properties = new LinkedHashMap<String, Object>();
        properties.put("cart_id", cart.id());
        properties.putAll(product.properties());
        happen(shopper, "Product Added", properties);
    }

    private void order(Shopper shopper) {
        shopper.cart().ifPresent(cart -> {
            var properties = new LinkedHashMap<String, Object>();
            properties.put("order_id", "order-" + events);
            properties.put("cart_id", cart.id());
            properties.put("total", Product.asJson(cart.total()));
            properties.put("items", (long) cart.products().size());
            happen(shopper, "Order Completed", properties);
            shopper.emptyCart();
        });
    }

    private void receive(Shopper shopper, Event receipt) {
        happened.add(receipt.at(now));
        boolean readable = receipt.name().equals(Kind.SENT.eventName(Channel.EMAIL))
                || receipt.name().equals(Kind.SENT.eventName(Channel.SMS));
        if (readable && random.nextDouble() < shopper.temperament().attention()) {
            plan(ofDays(exponential(1.5 / 24)), () -> open(shopper, receipt));
        }
    }

    private void open(Shopper shopper, Event sent) {
        react(Kind.OPENED, sent);
        if (random.nextDouble() < shopper.temperament().response()) {
            plan(Duration.ofSeconds(random.nextInt(5, 300)), () -> click(shopper, sent));
        }
    }

    private void click(Shopper shopper, Event sent) {
        react(Kind.CLICKED, sent);
        boolean remembersCart = shopper.cart().isPresent();
        if (remembersCart && random.nextDouble() < 0.6) {
            plan(Duration.ofSeconds(random.nextInt(60, 900)), () -> order(shopper));
        } else {
            plan(Duration.ofSeconds(random.nextInt(5, 60)), () -> browse(shopper));
        }
    }

    private void react(Kind kind, Event sent) {
        Channel channel = sent.name().startsWith(Channel.SMS.title()) ? Channel.SMS : Channel.EMAIL;
        happened.add(new Event(
                nextId(), sent.type(), kind.eventName(channel), sent.customer(), now, sent.properties(), Map.of()));
    }

    private void happen(Shopper shopper, String name, Map<String, Object> properties) {
        happened.add(Event.track(nextId(), name, shopper.id(), now, properties));
    }

    private EventId nextId() {
        return new EventId("sim-%010d".formatted(++events));
    }

    private void plan(Duration after, Runnable act) {
        agenda.add(new Planned(now.plus(after), ++planned, act));
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private static Duration ofDays(double days) {
        return Duration.ofMillis(Math.round(days * Duration.ofDays(1).toMillis()));
    }
}
