package dev.sendero.engine.operator;

import java.io.Serializable;

/** How long the operator works before it lets input and checkpoints have its thread. */
interface Stretch extends Serializable {

    /** Without an end: for who has the thread to himself, as at the end of a stream. */
    Stretch UNBROKEN = new Stretch() {
        @Override
        public void begin() {}

        @Override
        public boolean isOver() {
            return false;
        }
    };

    /** Starts it anew. */
    void begin();

    /** To be asked after each piece of work; at least one is done in each stretch. */
    boolean isOver();
}
