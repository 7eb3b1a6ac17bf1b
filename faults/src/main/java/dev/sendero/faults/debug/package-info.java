/** Stops another virtual machine at a place of its program, by the debugger's interface of the JDK; what happens then is not decided here. */
@NullMarked
package dev.sendero.faults.debug;

import org.jspecify.annotations.NullMarked;
