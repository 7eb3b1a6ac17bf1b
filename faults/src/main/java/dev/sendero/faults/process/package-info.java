/** Programs in virtual machines of their own, which can be killed and stopped in the middle; not what is done to them when. */
@NullMarked
package dev.sendero.faults.process;

import org.jspecify.annotations.NullMarked;
