package dev.sendero.gateway;

import dev.sendero.api.CustomerId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.Topics;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.query.Deliveries;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.Severity;
import dev.sendero.store.mailbox.MailboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A console to look at: made-up runs and messages that go on and on. Arguments: the port, and {@code broken} to show
 * the problems of a file.
 */
final class ConsoleExample {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<String> NAMES =
            List.of("ada", "grace", "linus", "margaret", "alan", "barbara", "ken", "radia", "edsger", "hedy");

    private final Random random = new Random(7);
    private final MemoryJournal journal = new MemoryJournal();
    private final MemoryMailbox mailbox = new MemoryMailbox();
    private Instant now = START;
    private int runs;
    private int messages;

    private ConsoleExample() {}

    public static void main(String... arguments) throws Exception {
        var example = new ConsoleExample();
        var board = new ProjectBoard();
        board.show("Casa Clara", ZoneOffset.UTC, "EUR", Map.of(), ShopJourneys.all(), List.of());
        if (arguments.length > 1) {
            board.refuse(problems());
        }
        InstantSource clock = () -> example.now;
        var settings = new GatewaySettings(
                GatewaySettings.LOOPBACK,
                Integer.parseInt(arguments[0]),
                "",
                Topics.DEFAULT,
                List.of("key"),
                GatewaySettings.Ingest.CLOSED,
                Optional.empty());
        var facts = new MemoryFactLog();
        try (Gateway gateway = Gateway.start(
                settings,
                clock,
                TestStore.shared().parts(example.journal, example.mailbox, Deliveries.NONE, board),
                new MemoryEventLog(),
                metrics -> facts.open())) {
            for (int each = 0; each < 400; each++) {
                facts.write(example.play());
            }
            while (gateway.port() > 0) {
                facts.write(example.play());
                Thread.sleep(400);
            }
        }
    }

    private List<Fact> play() {
        now = now.plus(Duration.ofSeconds(30 + random.nextInt(180)));
        runs++;
        String name = NAMES.get(random.nextInt(NAMES.size())) + "-" + runs;
        if (random.nextInt(4) == 0) {
            var welcome = new ShopFacts(ShopJourneys.WELCOME, now).enters(name).sends("hello");
            mail(name, "hello", ShopJourneys.WELCOME.value());
            welcome.reaches("2");
            if (random.nextInt(3) == 0) {
                welcome.sends("tips").completes().converts("49.90");
            }
            return welcome.list();
        }
        var cart = new ShopFacts(ShopJourneys.ABANDONED_CART, now);
        if (random.nextInt(9) == 0) {
            return cart.doesNotEnter(name, random.nextBoolean() ? "audience" : "reentry")
                    .list();
        }
        cart.enters(name);
        if (random.nextInt(12) == 0) {
            cart.skips("reminder", "no-consent");
        } else {
            cart.sends("reminder");
            mail(name, "reminder", ShopJourneys.ABANDONED_CART.value());
        }
        return afterReminder(cart.reaches("came-back"), name);
    }

    private List<Fact> afterReminder(ShopFacts cart, String name) {
        int fate = random.nextInt(10);
        if (fate < 3) {
            return cart.list();
        } else if (fate == 3) {
            return cart.exits("came-back", "Order Completed").converts("89.50").list();
        } else if (fate < 6) {
            return cart.takes("came-back", "clicked reminder")
                    .reaches("2.1.1")
                    .exits("2.1.1", "came back")
                    .converts("64.00")
                    .list();
        }
        cart.takes("came-back", "timeout");
        if (fate == 6) {
            cart.takes("worth", "run.added.properties.price >= 120")
                    .sends("nudge")
                    .sends("desk");
            mail(name, "nudge", ShopJourneys.ABANDONED_CART.value());
            mail(name, "desk", ShopJourneys.ABANDONED_CART.value());
        } else if (fate < 9) {
            cart.takes("worth", "otherwise").takes("offer", "discount").sends("code");
            mail(name, "code", ShopJourneys.ABANDONED_CART.value());
        } else {
            cart.takes("worth", "otherwise").takes("offer", "plain").sends("last-call");
        }
        cart.completes();
        return fate == 8 ? cart.converts("120.00").list() : cart.list();
    }

    private void mail(String name, String step, String journey) {
        String person = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1, name.indexOf('-'));
        messages++;
        mailbox.put(new MailboxEntry(
                0,
                new MessageId("message-" + messages),
                new dev.sendero.api.JourneyId(journey),
                new RunId(name),
                new StepId(step),
                new CustomerId(name),
                "offers",
                now,
                content(person, name, step)));
    }

    private Rendered content(String person, String name, String step) {
        return switch (step) {
            case "nudge" ->
                messages % 2 == 0
                        ? new Rendered.Webhook(
                                "https://crm.example.com/hooks/cart",
                                "{\"customer\":\"" + name
                                        + "\",\"cart\":{\"price\":149.9,\"items\":2,\"open\":true},\"tags\":[\"vip\",null]}",
                                Map.of("webhook-id", "message-" + messages))
                        : new Rendered.Sms(
                                "+34 600 123 456", person + ", your oak lamp is still here: casaclara.example/cart");
            case "desk" ->
                new Rendered.Slack(
                        "#vip-desk",
                        "*" + name + "* left an _oak lamp_ behind (`149.90 EUR`). <https://x.example|Open>");
            default ->
                new Rendered.Email(
                        name + "@example.com",
                        "Casa Clara <hello@casaclara.example>",
                        step.equals("hello") ? "Welcome, " + person : person + ", your cart is waiting",
                        "The oak lamp is still yours until Sunday",
                        "Hello " + person + ",\n\nyour oak lamp is still in your cart.",
                        html(person));
        };
    }

    private static String html(String person) {
        return "<body style='margin:0;background:#f3f0ea;font-family:Georgia,serif'><div style='max-width:560px;"
                + "margin:0 auto;background:#fff'><div style='background:#234b41;color:#fff;padding:28px;font-size:24px'>"
                + "Casa Clara</div><div style='padding:28px;font-size:17px;line-height:1.6'><p>Dear " + person
                + ",</p><p>you left something beautiful behind. Your <b>oak lamp</b> is still waiting.</p>"
                + "<p><a style='display:inline-block;background:#c77d12;color:#fff;padding:12px 22px;border-radius:8px;"
                + "text-decoration:none' href='https://casaclara.example/cart'>Back to your cart</a></p></div></div>"
                + "<script>document.title='owned'</script><img src='https://tracker.example/pixel.png'></body>";
    }

    private static List<Problem> problems() {
        return List.of(new Problem(
                ProblemCode.EXPRESSION,
                Severity.ERROR,
                new Place("journeys/abandoned-cart.yaml", 13, 32, 13),
                "no event 'Ordr Completed' in events.yaml",
                "    - none_of: [Product Added, Ordr Completed]",
                "did you mean 'Order Completed'?"));
    }
}
