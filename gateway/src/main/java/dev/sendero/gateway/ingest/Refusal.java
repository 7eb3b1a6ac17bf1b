package dev.sendero.gateway.ingest;

import java.util.List;

/** A request that is not accepted, in whole; the reasons are for the people who wrote the sender. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<Reason> reasons;

    /**
     * One thing that is wrong.
     *
     * @param index the event's position in the batch, from 0; -1 when the request as a whole is meant
     */
    record Reason(int index, String reason) {}

    private Refusal(int status, String message, List<Reason> reasons) {
        super(message);
        this.status = status;
        this.reasons = reasons;
    }

    static Refusal unauthorized(String message) {
        return new Refusal(401, message, List.of());
    }

    static Refusal notFound(String message) {
        return new Refusal(404, message, List.of());
    }

    static Refusal tooLarge(String message) {
        return new Refusal(413, message, List.of());
    }

    static Refusal malformed(String message) {
        return new Refusal(400, message, List.of());
    }

    static Refusal malformed(List<Reason> reasons) {
        String events = reasons.size() == 1 ? "1 problem" : reasons.size() + " problems";
        return new Refusal(400, events + " in the request; nothing of it was accepted", reasons);
    }

    int status() {
        return status;
    }

    List<Reason> reasons() {
        return reasons;
    }
}
