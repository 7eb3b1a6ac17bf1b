package dev.sendero.benchmarks.roaster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What comes after an order: the parcel, and what its customer thinks of it. */
final class Parcels {

    private static final List<String> COMMENTS = List.of("too bitter", "late", "what a smell", "as always");

    private final Diary diary;
    private final CareDesk desk;

    Parcels(Diary diary, CareDesk desk) {
        this.diary = diary;
        this.desk = desk;
    }

    /** @param name of the first thing in it */
    void send(Customer customer, String order, String name, long cents) {
        diary.after(customer.chance().days(1.5, 4), () -> {
            diary.happens(customer, "Order Delivered", Map.of("order_id", order, "name", name));
            delivered(customer, order, cents);
        });
    }

    private void delivered(Customer customer, String order, long cents) {
        Chance chance = customer.chance();
        if (chance.of(0.05)) {
            diary.after(chance.days(0.5, 6), () -> {
                diary.happens(customer, "Order Refunded", Map.of("order_id", order, "total", Article.euros(cents)));
                if (chance.of(0.5)) {
                    desk.giveVoucher(customer);
                }
            });
        } else if (chance.of(0.2)) {
            diary.after(
                    chance.days(2, 14),
                    () -> diary.does(customer, "Review Written", Map.of("order_id", order, "stars", (long)
                            chance.between(1, 5))));
        }
        if (chance.of(0.15)) {
            diary.after(chance.days(14.1, 22), () -> answer(customer));
        }
    }

    private void answer(Customer customer) {
        Chance chance = customer.chance();
        var properties = new LinkedHashMap<String, Object>();
        properties.put("survey", "nps");
        properties.put("score", (long) Math.max(chance.between(0, 10), chance.between(0, 10)));
        if (chance.of(0.4)) {
            properties.put("comment", chance.oneOf(COMMENTS));
        }
        diary.does(customer, "Survey Answered", properties);
    }
}
