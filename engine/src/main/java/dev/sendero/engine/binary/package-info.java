/** Compact bytes for what travels between the job's tasks and into its snapshots; what the bytes mean is not known here. */
@NullMarked
package dev.sendero.engine.binary;

import org.jspecify.annotations.NullMarked;
