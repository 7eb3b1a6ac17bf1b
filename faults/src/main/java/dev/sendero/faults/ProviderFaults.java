package dev.sendero.faults;

import dev.sendero.faults.provider.Behaviour;
import dev.sendero.faults.provider.Reaction;
import dev.sendero.faults.provider.Refusals;
import dev.sendero.faults.provider.Target;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What providers do to us: refuse, fail, hang, and vanish in the middle of a call. */
final class ProviderFaults {

    private static final Set<Target> ALL = EnumSet.allOf(Target.class);
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    /** Longer than any call by HTTP waits. A mail server that hangs up ends the wait for its answer. */
    private static final Duration A_HANG = Duration.ofSeconds(40);

    private static final Duration ASKED_PAUSE = Duration.ofSeconds(3);
    private static final Duration SLOW = Duration.ofSeconds(4);

    private ProviderFaults() {}

    static List<Fault> all() {
        return List.of(
                new ProviderFault(
                        "provider-defers",
                        "providers answer with a 4xx that passes, or 451 of SMTP",
                        ALL,
                        A_WHILE,
                        (target, call) -> new Reaction.Refuse(Refusals.passing(target), Duration.ZERO)),
                new ProviderFault(
                        "provider-refuses",
                        "providers answer with a 4xx that lasts, or 554 of SMTP",
                        ALL,
                        A_WHILE,
                        (target, call) -> new Reaction.Refuse(Refusals.lasting(target), Duration.ZERO)),
                new ProviderFault(
                        "provider-breaks",
                        "providers answer 500, half of them after they have done it, or 421 of SMTP",
                        ALL,
                        A_WHILE,
                        (target, call) ->
                                new Reaction.Break(Refusals.broken(target), target != Target.SMTP && isHalf(call))),
                new ProviderFault(
                        "provider-too-busy",
                        "providers answer 429 with Retry-After, or 450 of SMTP",
                        ALL,
                        A_WHILE,
                        (target, call) -> new Reaction.Refuse(Refusals.busy(target), ASKED_PAUSE)),
                new ProviderFault(
                        "provider-hangs",
                        "providers take calls and do not answer, half of them after they have done it",
                        ALL,
                        A_HANG,
                        (target, call) -> new Reaction.Hang(isHalf(call))),
                new ProviderFault(
                        "provider-slow",
                        "providers answer after 4 s",
                        ALL,
                        A_WHILE,
                        (target, call) -> new Reaction.Take(SLOW)),
                new ProviderFault(
                        "provider-drops-before",
                        "providers hang up on calls without having done anything",
                        ALL,
                        A_WHILE,
                        (target, call) -> new Reaction.Drop(false)),
                new ProviderFault(
                        "provider-drops-after",
                        "providers hang up after the final dot, or the request, which they have carried out",
                        ALL,
                        A_WHILE,
                        (target, call) -> new Reaction.Drop(true)),
                new ProviderFault(
                        "mail-hangs",
                        "the mail server hangs, and the others do not",
                        EnumSet.of(Target.SMTP),
                        A_HANG,
                        (target, call) -> new Reaction.Hang(isHalf(call))),
                new EverythingLogged());
    }

    private static boolean isHalf(Behaviour.Call call) {
        return call.number() % 2 == 0;
    }
}
