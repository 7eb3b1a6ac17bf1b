/** Flink CEP's own machine as a detector of the engine: its state and its time; not which patterns it runs. */
@NullMarked
package dev.sendero.engine.cep.host;

import org.jspecify.annotations.NullMarked;
