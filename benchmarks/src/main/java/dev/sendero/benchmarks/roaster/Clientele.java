package dev.sendero.benchmarks.roaster;

import dev.sendero.benchmarks.shop.Seeds;
import java.time.Duration;
import java.util.Map;

/**
 * All customers. Half of them are known from the start; the others come one after the other, and look around before they
 * say who they are.
 */
final class Clientele {

    private static final int DAYS_OF_QUARTER = 90;

    private final Diary diary;
    private final CareDesk desk;
    private final BagsByPost subscription;
    private final Leads leads;
    private final Visits visits;

    Clientele(Diary diary, Shelf shelf) {
        this.diary = diary;
        desk = new CareDesk(diary);
        subscription = new BagsByPost(diary);
        leads = new Leads(diary, subscription);
        visits = new Visits(diary, shelf, new Parcels(diary, desk));
    }

    void come(long seed, int customers) {
        for (int number = 1; number <= customers; number++) {
            Customer customer = new Customer(number, new Chance(Seeds.of(seed, number)));
            Chance chance = customer.chance();
            if (number <= customers / 2) {
                diary.after(chance.minutes(0, 60), () -> isOnTheBooks(customer));
            } else {
                diary.after(chance.days(0, DAYS_OF_QUARTER), () -> looksIn(customer));
            }
        }
    }

    private void isOnTheBooks(Customer customer) {
        customer.becomeKnown();
        diary.changes(customer, customer.traits());
        getsToKnow(customer);
    }

    private void looksIn(Customer customer) {
        Duration visit = visits.visit(customer);
        if (customer.chance().of(0.9)) {
            diary.after(visit, () -> registers(customer));
        } else {
            visits.begin(customer);
        }
    }

    private void registers(Customer customer) {
        Map<String, Object> traits = customer.traits();
        diary.logsIn(customer, traits);
        diary.after(Duration.ofSeconds(1), () -> {
            diary.does(customer, "Account Created", Map.of("source", traits.getOrDefault("source", "")));
            getsToKnow(customer);
        });
    }

    private void getsToKnow(Customer customer) {
        desk.meet(customer);
        subscription.meet(customer);
        leads.meet(customer);
        visits.begin(customer);
    }
}
