/**
 * How Lifering comes up: the command line, the run modes and their defaults, the start-up check, the embedded
 * PostgreSQL, the clock and the randomness. Not for anything that a request needs: nobody imports this package.
 *
 * <p>Follows MicroProfile Config for where settings come from.
 */
@NullMarked
package dev.lifering.runtime;

import org.jspecify.annotations.NullMarked;
