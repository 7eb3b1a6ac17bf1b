/** The decisions: what becomes of a customer's state and what is to be done, given an event or a time; no Flink, no clock. */
@NullMarked
package dev.sendero.core;

import org.jspecify.annotations.NullMarked;
