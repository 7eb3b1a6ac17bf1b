package dev.sendero.core.policy;

import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Sent;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.project.FrequencyCap;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** How many messages a customer gets at most, over all journeys. */
final class FrequencyCaps {

    private final List<FrequencyCap> caps;
    private final Duration longest;

    FrequencyCaps(List<FrequencyCap> caps) {
        this.caps = caps;
        this.longest = caps.stream()
                .map(FrequencyCap::per)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Whether one message more would be too many. @param now milliseconds since 1970 */
    boolean areReached(Customer customer, Step.Send send, long now) {
        if (isExempt(send)) {
            return false;
        }
        for (FrequencyCap cap : caps) {
            if (cap.isAbout(send.channel(), send.group()) && count(customer, cap, now) >= cap.atMost()) {
                return true;
            }
        }
        return false;
    }

    private static int count(Customer customer, FrequencyCap cap, long now) {
        int count = 0;
        for (Sent sent : customer.sent()) {
            if (cap.isAbout(sent.channel(), sent.group()) && now < Deadline.after(sent.at(), cap.per())) {
                count++;
            }
        }
        return count;
    }

    /** Remembers a message that goes out now, as long as it can count. */
    void count(Customer customer, Step.Send send, long now) {
        if (isExempt(send) || caps.stream().noneMatch(cap -> cap.isAbout(send.channel(), send.group()))) {
            return;
        }
        customer.forgetSent(sent -> Deadline.after(sent.at(), longest) <= now);
        customer.add(new Sent(now, send.channel(), send.group()));
    }

    private static boolean isExempt(Step.Send send) {
        return !send.channel().reachesCustomer() || send.group().equals(Step.TRANSACTIONAL);
    }
}
