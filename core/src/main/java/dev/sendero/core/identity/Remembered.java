package dev.sendero.core.identity;

import dev.sendero.core.state.Position;

/**
 * An event of an anonymous id that nobody had logged in with.
 *
 * @param <E> what the host keeps of an event
 */
public record Remembered<E>(Position position, E event) {}
