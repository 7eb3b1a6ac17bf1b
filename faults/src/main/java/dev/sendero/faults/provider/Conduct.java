package dev.sendero.faults.provider;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** How a provider behaves, from when it was told to until it is told otherwise. Safe for many threads. */
final class Conduct {

    private final Behaviour behaviour;
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    Conduct(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    Reaction towards(String customer) {
        return behaviour.to(new Behaviour.Call(calls.incrementAndGet(), customer));
    }

    void end() {
        end.countDown();
    }

    /** Returns when it has ended, or when the thread is interrupted. */
    void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
