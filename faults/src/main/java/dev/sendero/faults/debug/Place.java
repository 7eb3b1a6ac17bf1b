package dev.sendero.faults.debug;

import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.event.BreakpointEvent;
import java.util.List;
import java.util.Optional;

/**
 * Where a machine is to stop.
 *
 * @param hit which time that it gets there, from 1
 * @param caller through whom it has to get there; empty when any way will do
 * @param stands whether no thread goes on, rather than all but the one that has got there
 */
public record Place(CodePoint point, int hit, Optional<Caller> caller, boolean stands) {

    private static final int FRAMES = 5;

    /**
     * An object in whose method the thread is.
     *
     * @param field of it, which holds a text
     * @param text that it has to hold
     */
    public record Caller(String className, String field, String text) {}

    /** Any way, and nobody goes on. */
    public static Place of(CodePoint point, int hit) {
        return new Place(point, hit, Optional.empty(), true);
    }

    /** Only the ways through one object. */
    public Place through(Caller through) {
        return new Place(point, hit, Optional.of(through), stands);
    }

    /** Only the thread that gets there stands still. */
    public Place whereOthersGoOn() {
        return new Place(point, hit, caller, false);
    }

    boolean isMeant(BreakpointEvent event) {
        return caller.isEmpty() || comesThrough(caller.get(), event);
    }

    private boolean comesThrough(Caller meant, BreakpointEvent event) {
        try {
            int frames = Math.min(FRAMES, event.thread().frameCount());
            List<StackFrame> newest = event.thread().frames(0, frames);
            return newest.stream()
                    .map(StackFrame::thisObject)
                    .anyMatch(object -> object != null
                            && object.referenceType().name().equals(meant.className())
                            && textOf(object, meant).equals(meant.text()));
        } catch (IncompatibleThreadStateException moved) {
            throw new IllegalStateException("a thread that stands at " + point + " does not stand", moved);
        }
    }

    private static String textOf(ObjectReference object, Caller meant) {
        Field field = object.referenceType().fieldByName(meant.field());
        if (field == null) {
            throw new IllegalStateException("kill point: " + meant.className() + " has no field " + meant.field()
                    + " any more (expected: name its successor)");
        }
        return object.getValue(field) instanceof StringReference text ? text.value() : "";
    }

    @Override
    public String toString() {
        return point + (hit == 1 ? "" : ", time " + hit);
    }
}
