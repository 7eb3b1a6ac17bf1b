package dev.sendero.benchmarks.situation;

import dev.sendero.api.event.Event;

/** A condition on an event, plain enough to be written down as an expression and as Java. */
public sealed interface Where {

    /** @param captured the event that the first item took; the event itself where it is the first */
    boolean holds(Event event, Event captured);

    /** As a journey file says it; empty for {@link Always}. */
    String expression();

    record Always() implements Where {
        @Override
        public boolean holds(Event event, Event captured) {
            return true;
        }

        @Override
        public String expression() {
            return "";
        }
    }

    record AtLeast(String property, long value) implements Where {
        @Override
        public boolean holds(Event event, Event captured) {
            return event.properties().get(property) instanceof Number number && number.doubleValue() >= value;
        }

        @Override
        public String expression() {
            return "event.properties." + property + " >= " + value;
        }
    }

    record Is(String property, String word) implements Where {
        @Override
        public boolean holds(Event event, Event captured) {
            return word.equals(event.properties().get(property));
        }

        @Override
        public String expression() {
            return "event.properties." + property + " == \"" + word + "\"";
        }
    }

    /** More than the captured event's. */
    record MoreThanFirst(String property, String name) implements Where {
        @Override
        public boolean holds(Event event, Event captured) {
            return event.properties().get(property) instanceof Number now
                    && captured.properties().get(property) instanceof Number then
                    && now.doubleValue() > then.doubleValue();
        }

        @Override
        public String expression() {
            return "event.properties." + property + " > " + name + ".properties." + property;
        }
    }

    record Both(Where left, Where right) implements Where {
        @Override
        public boolean holds(Event event, Event captured) {
            return left.holds(event, captured) && right.holds(event, captured);
        }

        @Override
        public String expression() {
            return left.expression() + " && " + right.expression();
        }
    }
}
