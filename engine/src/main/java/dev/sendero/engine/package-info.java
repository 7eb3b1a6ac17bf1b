/** The Flink job that hosts the decisions; no rule of a journey is decided here. */
@NullMarked
package dev.sendero.engine;

import org.jspecify.annotations.NullMarked;
