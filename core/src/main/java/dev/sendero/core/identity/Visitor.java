package dev.sendero.core.identity;

import dev.sendero.core.state.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is kept of one anonymous id: its history until somebody logs in, and from then on whose it is. Changed in place
 * by {@link Identity}; whoever keeps it copies it before it is changed.
 *
 * @param <E> what the host keeps of an event; values do not change
 */
public final class Visitor<E> {

    private static final long A_DAY_MILLIS = 86_400_000;

    private final List<Remembered<E>> history;
    private String user;
    private Position linkedAt;
    private int links;
    private boolean shared;
    private long seenAt;
    private boolean changed;

    private Visitor(
            List<Remembered<E>> history, String user, Position linkedAt, int links, boolean shared, long seenAt) {
        this.history = history;
        this.user = user;
        this.linkedAt = linkedAt;
        this.links = links;
        this.shared = shared;
        this.seenAt = seenAt;
    }

    public static <E> Visitor<E> unknown() {
        return new Visitor<>(new ArrayList<>(1), "", Position.START, 0, false, Long.MIN_VALUE);
    }

    /** As it was kept; see the methods of the same names. */
    public static <E> Visitor<E> kept(
            List<Remembered<E>> history, String user, Position linkedAt, int links, boolean shared, long seenAt) {
        return new Visitor<>(new ArrayList<>(history), user, linkedAt, links, shared, seenAt);
    }

    /** Independent of this one from now on. */
    public Visitor<E> copy() {
        return kept(history, user, linkedAt, links, shared, seenAt);
    }

    /** What it did while nobody had logged in, in order; empty once somebody has. */
    public List<Remembered<E>> history() {
        return List.copyOf(history);
    }

    /** Whose it is; empty while nobody has logged in, and when it is shared. */
    public String user() {
        return user;
    }

    /** The event that linked it last; {@link Position#START} before any. */
    public Position linkedAt() {
        return linkedAt;
    }

    /** How often it has got a user that it did not have before. */
    public int links() {
        return links;
    }

    /** Whether it has had more users than one device has: it is nobody's for ever. */
    public boolean isShared() {
        return shared;
    }

    /** The time of about its newest event, to the day once it is linked; milliseconds since 1970. */
    public long seenAt() {
        return seenAt;
    }

    /** Whether there is anything new to be kept since it was made or last asked. */
    public boolean takeChange() {
        boolean was = changed;
        changed = false;
        return was;
    }

    boolean isLinked() {
        return !user.isEmpty();
    }

    /** The days suffice: a linked device sends many events, and each write costs. */
    void seen(long millis) {
        if (millis > seenAt && (!isLinked() && !shared || millis - A_DAY_MILLIS >= seenAt)) {
            seenAt = millis;
            changed = true;
        }
    }

    /** Puts an event in its place; one that is there already stays as it is. */
    void remember(Remembered<E> event) {
        int index = history.size();
        while (index > 0 && history.get(index - 1).position().isAfter(event.position())) {
            index--;
        }
        if (index == 0 || !history.get(index - 1).position().equals(event.position())) {
            history.add(index, event);
            changed = true;
        }
    }

    /** Returns how many events there were before that time. */
    int forgetBefore(long millis) {
        int old = 0;
        while (old < history.size() && history.get(old).position().millis() < millis) {
            old++;
        }
        forgetOldest(old);
        return old;
    }

    /** Returns how many events there were beyond that number. */
    int forgetBeyond(int number) {
        int excess = Math.max(0, history.size() - number);
        forgetOldest(excess);
        return excess;
    }

    private void forgetOldest(int number) {
        if (number > 0) {
            history.subList(0, number).clear();
            changed = true;
        }
    }

    void link(String newUser, Position at) {
        history.clear();
        user = newUser;
        linkedAt = at;
        links++;
        changed = true;
    }

    void share() {
        history.clear();
        user = "";
        shared = true;
        changed = true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Visitor<?> that
                && history.equals(that.history)
                && user.equals(that.user)
                && linkedAt.equals(that.linkedAt)
                && links == that.links
                && shared == that.shared
                && seenAt == that.seenAt;
    }

    @Override
    public int hashCode() {
        return Objects.hash(history, user, linkedAt, links, shared, seenAt);
    }
}
