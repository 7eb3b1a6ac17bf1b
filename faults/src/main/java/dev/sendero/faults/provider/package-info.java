/** Providers on loopback that count what reaches whom, and misbehave when they are told to; not the faults that tell them. */
@NullMarked
package dev.sendero.faults.provider;

import org.jspecify.annotations.NullMarked;
