package dev.sendero.gateway;

import dev.sendero.api.JourneyId;
import dev.sendero.api.Money;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Facts about runs of one journey, in words. */
final class ShopFacts {

    private final JourneyId journey;
    private final List<Fact> facts = new ArrayList<>();
    private Instant now;
    private String run = "";

    ShopFacts(JourneyId journey, Instant now) {
        this.journey = journey;
        this.now = now;
    }

    ShopFacts at(Instant time) {
        now = time;
        return this;
    }

    ShopFacts run(String name) {
        run = name;
        return this;
    }

    ShopFacts enters(String name) {
        run = name;
        return add(FactType.ENTERED, "", "", "", Money.NONE);
    }

    ShopFacts reaches(String step) {
        return add(FactType.STEP, step, "", "", Money.NONE);
    }

    ShopFacts takes(String step, String arm) {
        return add(FactType.STEP, step, arm, "", Money.NONE);
    }

    ShopFacts sends(String step) {
        reaches(step);
        return add(FactType.MESSAGE_REQUESTED, step, "email", "", Money.NONE);
    }

    ShopFacts skips(String step, String reason) {
        reaches(step);
        return add(FactType.MESSAGE_SKIPPED, step, "email", reason, Money.NONE);
    }

    ShopFacts converts(String amount) {
        return add(FactType.CONVERTED, "", "", "", new Money(new BigDecimal(amount), "EUR"));
    }

    ShopFacts exits(String step, String reason) {
        return add(FactType.EXITED, step, "", reason, Money.NONE);
    }

    ShopFacts completes() {
        return add(FactType.COMPLETED, "", "", "", Money.NONE);
    }

    ShopFacts doesNotEnter(String name, String reason) {
        run = name;
        return add(FactType.NOT_ENTERED, "", "", reason, Money.NONE);
    }

    private ShopFacts add(FactType type, String step, String arm, String reason, Money value) {
        facts.add(new Fact(now, journey, "5f3a09c1", new RunId(run), run, type, step, arm, "", reason, value, 0));
        return this;
    }

    List<Fact> list() {
        return List.copyOf(facts);
    }
}
