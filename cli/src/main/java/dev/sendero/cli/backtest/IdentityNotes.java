package dev.sendero.cli.backtest;

import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.core.identity.IdentityBounds;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what the bounds of identity left out. */
public final class IdentityNotes {

    private final Map<IdentityBounds.Bite, Long> bites = new EnumMap<>(IdentityBounds.Bite.class);

    public void count(IdentityBounds.Bite bite) {
        bites.merge(bite, 1L, Long::sum);
    }

    public List<String> lines() {
        return bites.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String line(IdentityBounds.Bite bite, long times) {
        return switch (bite) {
            case HISTORY ->
                "note: " + ProblemDisplay.counted(times, "event")
                        + " of anonymous ids: too many or too old for a login to hand over";
            case LINKS ->
                "note: " + ProblemDisplay.counted(times, "anonymous id")
                        + " of more users than one device has: nobody's from then on";
        };
    }
}
