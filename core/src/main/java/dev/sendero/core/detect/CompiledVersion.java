package dev.sendero.core.detect;

import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Trigger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A watched version: a member of a shape, hosted by a detector that is not built in, or neither if no event brings it. */
final class CompiledVersion {

    private final Journey journey;
    private final @Nullable Member member;
    private final @Nullable HostedWatch hosted;

    private CompiledVersion(Journey journey, @Nullable Member member, @Nullable HostedWatch hosted) {
        this.journey = journey;
        this.member = member;
        this.hosted = hosted;
    }

    /** @param before the same version as it was compiled before; null when it was not */
    static CompiledVersion of(WatchedVersion version, DetectorFactory factory, @Nullable CompiledVersion before) {
        boolean known = before != null && before.journey.equals(version.journey());
        if (known && before != null && before.member != null) {
            return new CompiledVersion(version.journey(), before.member.openAt(version.openings()), null);
        }
        if (known && before != null && before.hosted != null) {
            return new CompiledVersion(version.journey(), null, before.hosted.openAt(version.openings()));
        }
        if (version.journey().trigger() instanceof Trigger.ByCalendar) {
            // Time brings these, whatever happens.
            return new CompiledVersion(version.journey(), null, null);
        }
        return factory.detectorOf(version.journey())
                .map(detector -> new CompiledVersion(
                        version.journey(), null, new HostedWatch(version.name(), detector, version.openings())))
                .orElseGet(() -> new CompiledVersion(
                        version.journey(),
                        new Member(
                                version.name(),
                                version.openings(),
                                TriggerForm.of(version.journey().trigger()),
                                version.usage()),
                        null));
    }

    Optional<Member> member() {
        return Optional.ofNullable(member);
    }

    Optional<HostedWatch> hosted() {
        return Optional.ofNullable(hosted);
    }
}
