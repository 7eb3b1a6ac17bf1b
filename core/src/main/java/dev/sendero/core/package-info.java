/** The decisions as pure functions of state, input and event time; no clock, no random, no input or output, no Flink. */
@NullMarked
package dev.sendero.core;

import org.jspecify.annotations.NullMarked;
