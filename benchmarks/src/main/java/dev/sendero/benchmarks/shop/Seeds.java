package dev.sendero.benchmarks.shop;

import java.util.SplittableRandom;

/** Random numbers for one thing among many, so that each can be made without those before it. */
public final class Seeds {

    private Seeds() {}

    /** The same numbers for the same thing under the same seed. */
    public static SplittableRandom of(long seed, long thing) {
        return new SplittableRandom(mixed(seed, thing));
    }

    /** All 64 bits depend on all bits of both (the finalizer of SplitMix64, over a sum with the golden ratio). */
    static long mixed(long seed, long thing) {
        long bits = seed * 0x9E3779B97F4A7C15L + thing * 0xD1B54A32D192ED03L + 0x8CB92BA72F3D8DD7L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
