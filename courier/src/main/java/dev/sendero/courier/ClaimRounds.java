package dev.sendero.courier;

import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.Claimant;
import dev.sendero.store.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims what is due, channel by channel, and looks after claims that nobody resolves. */
final class ClaimRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimRounds.class);
    private static final Duration REST = Duration.ofMillis(50);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(2);

    private final Claimant claimant;
    private final Ledger ledger;
    private final OwnedPartitions owned;
    private final ContentReader contents;
    private final Collection<ChannelCalls> channels;
    private final InstantSource clock;
    private final InstantSource wallClock;
    private List<Integer> sweptPartitions = List.of();
    private Instant sweptAt = Instant.MIN;

    ClaimRounds(
            Claimant claimant,
            Ledger ledger,
            OwnedPartitions owned,
            ContentReader contents,
            Collection<ChannelCalls> channels,
            InstantSource clock,
            InstantSource wallClock) {
        this.claimant = claimant;
        this.ledger = ledger;
        this.owned = owned;
        this.contents = contents;
        this.channels = channels;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    Duration run() {
        List<Integer> partitions = owned.list();
        if (partitions.isEmpty() || !contents.isComplete()) {
            return REST;
        }
        Instant wallTime = wallClock.instant();
        if (!partitions.equals(sweptPartitions) || wallTime.isAfter(sweptAt.plus(BETWEEN_SWEEPS))) {
            sweep(partitions, wallTime);
            sweptPartitions = partitions;
            sweptAt = wallTime;
        }
        boolean claimedAny = false;
        for (ChannelCalls channel : channels) {
            claimedAny |= claim(channel, partitions, wallTime);
        }
        return claimedAny ? Duration.ZERO : REST;
    }

    /** @return whether there was anything to claim */
    private boolean claim(ChannelCalls channel, List<Integer> partitions, Instant wallTime) {
        int reserved = channel.reserve(owned.share());
        if (reserved == 0) {
            return false;
        }
        List<Claim> claims = List.of();
        try {
            claims = ledger.claim(
                    claimant, channel.channel(), partitions, reserved, clock.instant(), wallTime.plus(channel.lease()));
        } finally {
            channel.release(reserved - claims.size());
        }
        channel.carryOut(claims, wallTime.plus(channel.lease().dividedBy(3)));
        return !claims.isEmpty();
    }

    private void sweep(List<Integer> partitions, Instant wallTime) {
        channels.forEach(ChannelCalls::giveBackLate);
        int abandoned = ledger.doubtAbandoned(wallTime, clock.instant());
        if (abandoned > 0) {
            LOG.warn("{} messages are in doubt: their lease ran out", abandoned);
        }
        for (ChannelCalls channel : channels) {
            if (channel.resendsInDoubt()) {
                int resent = ledger.resendDoubtful(channel.channel(), partitions, clock.instant());
                if (resent > 0) {
                    LOG.info("{} messages in doubt are sent again by {}", resent, channel.channel());
                }
            }
        }
    }
}
