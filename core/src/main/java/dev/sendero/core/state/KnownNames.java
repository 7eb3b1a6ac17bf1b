package dev.sendero.core.state;

import java.util.List;

/** Names that are in most saved states, so that version 2 does not spell them out. Their order is part of the format. */
final class KnownNames {

    static final List<String> LIST =
            List.of("", "name", "timestamp", "properties", "all", "trigger", "0", "1", "2", "3");

    private KnownNames() {}
}
