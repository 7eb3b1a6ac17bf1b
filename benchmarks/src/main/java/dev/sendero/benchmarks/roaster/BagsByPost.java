package dev.sendero.benchmarks.roaster;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The subscription: trials, those who stay, and what they pay every month. */
final class BagsByPost {

    private static final double SUBSCRIBERS = 0.1;
    private static final double TRIALS = 0.12;

    private static final Duration TRIAL = Duration.ofDays(14);
    private static final int DAYS_OF_MONTH = 30;
    private static final Duration MONTH = Duration.ofDays(DAYS_OF_MONTH);
    private static final List<Plan> PLANS = List.of(Plan.ONE_BAG, Plan.TWO_BAGS);
    private static final List<String> REASONS = List.of("card expired", "no funds");

    private final Diary diary;
    private long invoices;

    BagsByPost(Diary diary) {
        this.diary = diary;
    }

    void meet(Customer customer) {
        Chance chance = customer.chance();
        if (chance.of(SUBSCRIBERS)) {
            Plan plan = chance.oneOf(PLANS);
            diary.changes(customer, Map.of("plan", plan.words()));
            diary.after(chance.days(0.1, DAYS_OF_MONTH), () -> pay(customer, plan));
        } else if (chance.of(TRIALS)) {
            diary.after(chance.days(0.1, 60), () -> tryOut(customer));
        }
    }

    void subscribe(Customer customer, Plan plan) {
        diary.does(customer, "Subscription Started", Map.of("plan", plan.words(), "price", plan.euros()));
        diary.changes(customer, Map.of("plan", plan.words()));
        diary.after(MONTH, () -> pay(customer, plan));
    }

    private void tryOut(Customer customer) {
        Chance chance = customer.chance();
        Plan plan = chance.oneOf(PLANS);
        String ends = diary.now().plus(TRIAL).toString();
        diary.does(customer, "Trial Started", Map.of("plan", plan.words(), "ends_at", ends));
        diary.changes(customer, Map.of("plan", "trial", "trial_ends_at", ends));
        if (chance.of(0.45)) {
            diary.after(chance.days(8, 20), () -> subscribe(customer, plan));
        }
    }

    private void pay(Customer customer, Plan plan) {
        Chance chance = customer.chance();
        String invoice = "invoice-" + ++invoices;
        if (chance.of(0.9)) {
            succeed(customer, invoice, plan);
        } else {
            diary.happens(
                    customer,
                    "Payment Failed",
                    Map.of("invoice_id", invoice, "amount", plan.euros(), "reason", chance.oneOf(REASONS)));
            if (chance.of(0.65)) {
                diary.after(chance.days(0.1, 9), () -> succeed(customer, invoice, plan));
            }
        }
        diary.after(MONTH, () -> pay(customer, plan));
    }

    private void succeed(Customer customer, String invoice, Plan plan) {
        diary.happens(customer, "Payment Succeeded", Map.of("invoice_id", invoice, "amount", plan.euros()));
    }
}
