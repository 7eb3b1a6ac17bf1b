package dev.sendero.benchmarks.roaster;

import java.util.Map;

/** Cafés that look for beans: they ask for prices and, some of them, for somebody to come. */
final class Leads {

    private final Diary diary;
    private final BagsByPost subscription;

    Leads(Diary diary, BagsByPost subscription) {
        this.diary = diary;
        this.subscription = subscription;
    }

    void meet(Customer customer) {
        if (customer.isCafe()) {
            diary.after(customer.chance().days(0.5, 60), () -> ask(customer));
        }
    }

    private void ask(Customer customer) {
        Chance chance = customer.chance();
        for (int look = 1; look <= 3; look++) {
            diary.after(
                    chance.minutes(1, 600),
                    () -> diary.does(customer, "Pricing Viewed", Map.of("product", "beans for cafés")));
        }
        if (chance.of(0.7)) {
            diary.after(
                    chance.days(0.5, 2),
                    () -> diary.does(customer, "Brochure Downloaded", Map.of("title", "Beans by the sack")));
        }
        if (chance.of(0.6)) {
            diary.after(
                    chance.days(2, 5), () -> diary.does(customer, "Demo Requested", Map.of("machine", "two groups")));
            if (chance.of(0.5)) {
                diary.after(chance.days(6, 16), () -> subscription.subscribe(customer, Plan.CAFE));
            }
        }
    }
}
