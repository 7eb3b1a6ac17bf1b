/** The operator that hosts the decisions: buffer, state cell, timer. What is decided is not known here. */
@NullMarked
package dev.sendero.engine.operator;

import org.jspecify.annotations.NullMarked;
