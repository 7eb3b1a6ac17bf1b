/** {@code sendero cep}: triggers as Java for Flink CEP; not how they are translated. */
@NullMarked
package dev.sendero.cli.cep;

import org.jspecify.annotations.NullMarked;
