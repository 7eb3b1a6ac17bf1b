/** The simulated customers of the bundled shop, who react to what they receive; not the process that they are played in. */
@NullMarked
package dev.sendero.cli.demo;

import org.jspecify.annotations.NullMarked;
