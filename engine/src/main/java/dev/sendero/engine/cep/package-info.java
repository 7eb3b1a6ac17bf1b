/** Triggers as patterns of Flink CEP, which define what a right match is; core's detector is what runs. */
@NullMarked
package dev.sendero.engine.cep;

import org.jspecify.annotations.NullMarked;
