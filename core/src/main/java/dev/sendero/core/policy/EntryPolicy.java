package dev.sendero.core.policy;

import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Entry;
import dev.sendero.core.state.Run;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.project.Bounds;
import java.util.Optional;

/** Who may enter a journey, and how long entries are remembered for it. */
public final class EntryPolicy {

    public static final String RUN_ACTIVE = "run_active";
    public static final String TOO_MANY_RUNS = "too_many_runs";
    public static final String REENTRY = "reentry";
    public static final String AUDIENCE = "audience";
    public static final String AUDIENCE_UNKNOWN = "audience_unknown";

    private final Bounds bounds;

    public EntryPolicy(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Why a customer may not enter now, before the audience is asked; empty when nothing speaks against it. */
    public Optional<String> refusal(Journey journey, Customer customer, String key, long now) {
        int active = 0;
        for (Run run : customer.runs()) {
            if (run.isActive()) {
                active++;
                if (excludes(run, journey, key)) {
                    return Optional.of(RUN_ACTIVE);
                }
            }
        }
        if (active >= bounds.runs()) {
            return Optional.of(TOO_MANY_RUNS);
        }
        for (Entry entry : customer.entries()) {
            if (isOf(entry, journey, key) && now < endOf(entry, journey.reentry())) {
                return Optional.of(REENTRY);
            }
        }
        return Optional.empty();
    }

    private static boolean excludes(Run run, Journey journey, String key) {
        return run.journey().journey().equals(journey.id())
                && switch (journey.runs()) {
                    case ONE -> run.key().equals(key);
                    case ONE_PER_CUSTOMER -> true;
                    case UNBOUNDED -> false;
                };
    }

    /** Why the audience keeps a customer out; empty when it does not. */
    public static Optional<String> refusal(Truth audience) {
        return switch (audience) {
            case TRUE -> Optional.empty();
            case FALSE -> Optional.of(AUDIENCE);
            case UNKNOWN -> Optional.of(AUDIENCE_UNKNOWN);
        };
    }

    /**
     * Remembers an entry if that can keep the customer from entering again.
     *
     * @return the entry that gave way to it, of whatever journey, if one had to
     */
    public Optional<Entry> remember(Journey journey, Customer customer, String key, long now) {
        if (journey.reentry() instanceof Reentry.Always) {
            return Optional.empty();
        }
        customer.forgetEntries(entry -> isOf(entry, journey, key));
        customer.add(new Entry(journey.id(), key, now));
        if (customer.entries().size() <= bounds.entries()) {
            return Optional.empty();
        }
        Entry oldest = customer.entries().get(0);
        customer.forgetEntries(oldest::equals);
        return Optional.of(oldest);
    }

    private static boolean isOf(Entry entry, Journey journey, String key) {
        return entry.journey().equals(journey.id()) && entry.key().equals(key);
    }

    /** When an entry is no reason any more; milliseconds since 1970. */
    public static long endOf(Entry entry, Reentry reentry) {
        if (reentry instanceof Reentry.After after) {
            return Deadline.after(entry.at(), after.sinceEntry());
        }
        return reentry instanceof Reentry.Never ? Deadline.NEVER : entry.at();
    }
}
