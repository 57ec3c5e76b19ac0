/**
 * Safe retries: a request that comes again under the same {@code Idempotency-Key} gets the first answer, which is kept for
 * ten minutes, sealed, and committed together with the change that it tells of. Not for requests that are alike without
 * a key: what makes those harmless is a rule of their feature.
 *
 * <p>Follows draft-ietf-httpapi-idempotency-key-header.
 */
@NullMarked
package dev.lifering.idempotency;

import org.jspecify.annotations.NullMarked;
