package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.Scope;
import java.util.Map;

/** Where a path begins. */
public enum Root {
    EVENT {
        @Override
        Map<String, Object> in(Scope scope) {
            return scope.event();
        }
    },
    PROFILE {
        @Override
        Map<String, Object> in(Scope scope) {
            return scope.profile();
        }
    },
    RUN {
        @Override
        Map<String, Object> in(Scope scope) {
            return scope.run();
        }
    },
    /** An item that the trigger has captured so far; its name is the path's first field. */
    CAPTURED {
        @Override
        Map<String, Object> in(Scope scope) {
            return scope.captured();
        }
    };

    abstract Map<String, Object> in(Scope scope);
}
