/** A journey project: its files, its settings and its journeys, loaded and checked as a whole. */
@NullMarked
package dev.sendero.rules.project;

import org.jspecify.annotations.NullMarked;
