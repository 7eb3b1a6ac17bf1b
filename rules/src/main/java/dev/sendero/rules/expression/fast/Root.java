package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a path begins. */
public enum Root {
    EVENT {
        @Override
        Map<String, Object> in(Scope scope) {
            return scope.event();
        }

        @Override
        @Nullable
        Object field(Scope scope, String name) {
            return scope.inEvent(name);
        }
    },
    PROFILE {
        @Override
        Map<String, Object> in(Scope scope) {
            return scope.profile();
        }

        @Override
        @Nullable
        Object field(Scope scope, String name) {
            return scope.inProfile(name);
        }
    },
    RUN {
        @Override
        Map<String, Object> in(Scope scope) {
            return scope.run();
        }

        @Override
        @Nullable
        Object field(Scope scope, String name) {
            return scope.run().get(name);
        }
    },
    /** An item that the trigger has captured so far; its name is the path's first field. */
    CAPTURED {
        @Override
        Map<String, Object> in(Scope scope) {
            return scope.captured();
        }

        @Override
        @Nullable
        Object field(Scope scope, String name) {
            return scope.inCaptured(name);
        }
    };

    abstract Map<String, Object> in(Scope scope);

    /** One field below the root; null when it is absent. */
    abstract @Nullable Object field(Scope scope, String name);
}
