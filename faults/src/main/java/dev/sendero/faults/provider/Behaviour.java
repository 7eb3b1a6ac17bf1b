package dev.sendero.faults.provider;

/** What a provider does about a call. */
@FunctionalInterface
public interface Behaviour {

    /** Takes everything. */
    Behaviour NORMAL = call -> Reaction.TAKE;

    /** May block: the caller then waits for its answer. */
    Reaction to(Call call);

    /**
     * A whole request, before anything has been done about it.
     *
     * @param number of this call since the behaviour was set, from 1
     */
    record Call(int number, String customer) {}
}
