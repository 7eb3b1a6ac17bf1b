package dev.sendero.benchmarks.shop;

import java.math.BigInteger;
import java.util.SplittableRandom;

/**
 * Who does the next thing. Most come in visits, a few things in twenty minutes; some are just passing. In the last
 * round everybody comes once, so that nobody is silent at the end.
 */
final class Crowd {

    /** Blocks of twenty minutes in the mean time between two events of a customer. */
    private static final int BLOCKS_IN_GAP = 36;

    private static final int EVENTS_IN_VISIT = 4;
    private static final double SHARE_OF_VISITS = 0.7;

    private final long seed;
    private final int customers;
    private final long block;
    private final int visitors;
    private final long stride;

    Crowd(long seed, int customers) {
        this.seed = seed;
        this.customers = customers;
        this.block = Math.max(1, customers / BLOCKS_IN_GAP);
        this.visitors = (int) Math.max(1, block / EVENTS_IN_VISIT);
        this.stride = coprimeTo(customers);
    }

    /** From 0, below the number of customers. */
    int at(long index, SplittableRandom random) {
        if (random.nextDouble() >= SHARE_OF_VISITS) {
            return random.nextInt(customers);
        }
        long visit = index / block * visitors + random.nextInt(visitors);
        return (int) Math.floorMod(Seeds.mixed(seed, visit), (long) customers);
    }

    /** @param place in the last round, from 0; each customer has one */
    int inLastRound(long place) {
        return (int) (place * stride % customers);
    }

    /** A cart is kept for about an hour. */
    long cartAt(long index) {
        return index / (3 * block);
    }

    private static long coprimeTo(int customers) {
        long stride = Math.max(1, (long) (customers * 0.618));
        BigInteger all = BigInteger.valueOf(customers);
        while (!BigInteger.valueOf(stride).gcd(all).equals(BigInteger.ONE)) {
            stride++;
        }
        return stride;
    }
}
