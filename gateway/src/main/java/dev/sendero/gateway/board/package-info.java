/** What the process tells the console about the project that it runs; not how the project is loaded or watched. */
@NullMarked
package dev.sendero.gateway.board;

import org.jspecify.annotations.NullMarked;
