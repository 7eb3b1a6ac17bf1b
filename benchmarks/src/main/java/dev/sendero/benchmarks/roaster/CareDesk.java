package dev.sendero.benchmarks.roaster;

import dev.sendero.api.event.ApiTriggers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What customers and the people of the roaster have to do with each other: calls, vouchers and courses. */
final class CareDesk {

    private static final double CALLERS = 0.08;
    private static final double STUDENTS = 0.05;

    private static final List<String> AGENTS = List.of("Noa", "Iker", "Lia");
    private static final List<String> COURSES = List.of("Latte art", "Roasting", "Tasting");

    private final Diary diary;
    private long numbers;

    CareDesk(Diary diary) {
        this.diary = diary;
    }

    void meet(Customer customer) {
        Chance chance = customer.chance();
        if (chance.of(CALLERS)) {
            diary.after(chance.days(1, 70), () -> call(customer));
        }
        if (chance.of(STUDENTS)) {
            diary.after(chance.days(1, 70), () -> book(customer));
        }
    }

    void giveVoucher(Customer customer) {
        diary.happens(customer, ApiTriggers.eventOf("voucher"), Map.of("by", "care"));
    }

    private void call(Customer customer) {
        Chance chance = customer.chance();
        String call = "call-" + ++numbers;
        boolean complains = chance.of(0.5);
        diary.happens(
                customer,
                "Call Ended",
                Map.of("call_id", call, "reason", complains ? "complaint" : "question", "agent", chance.oneOf(AGENTS)));
        if (complains && chance.of(0.85)) {
            diary.after(chance.days(0.1, 6), () -> {
                diary.happens(customer, "Complaint Resolved", Map.of("call_id", call, "solution", "a new bag"));
                if (chance.of(0.4)) {
                    giveVoucher(customer);
                }
            });
        }
    }

    private void book(Customer customer) {
        Chance chance = customer.chance();
        String appointment = "course-" + ++numbers;
        // At six in the evening of Madrid's winter.
        var starts = diary.now()
                .plus(chance.days(1, 20))
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(18))
                .atOffset(ZoneOffset.ofHours(1));
        diary.does(
                customer,
                "Appointment Booked",
                Map.of(
                        "appointment_id",
                        appointment,
                        "course",
                        chance.oneOf(COURSES),
                        "place",
                        "Calle Mayor 12",
                        "starts_at",
                        starts.toString()));
        if (chance.of(0.15)) {
            diary.after(
                    chance.days(0.1, 1),
                    () -> diary.does(customer, "Appointment Cancelled", Map.of("appointment_id", appointment)));
        }
    }
}
