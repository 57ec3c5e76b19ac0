/**
 * Numbers that only the database knows, for operators: each replica reads them in the background, so that a scrape of the
 * metrics never waits for the database. Not for what a replica knows by itself, which is a plain meter of its package.
 *
 * <p>Follows the exposition format of Prometheus: what is not known is {@code NaN}.
 */
@NullMarked
package dev.lifering.gauge;

import org.jspecify.annotations.NullMarked;
