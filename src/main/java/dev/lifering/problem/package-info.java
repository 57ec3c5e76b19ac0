/**
 * What may go wrong, in one closed catalogue. Not for how a refusal travels over HTTP: that is {@code http}.
 *
 * <p>Follows RFC 9457, Problem Details for HTTP APIs.
 */
@NullMarked
package dev.lifering.problem;

import org.jspecify.annotations.NullMarked;
