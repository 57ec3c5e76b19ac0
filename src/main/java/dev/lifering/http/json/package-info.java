/**
 * JSON read strictly and written in one way, and what to say when it cannot be read. Not for what the fields mean.
 *
 * <p>Follows RFC 8259 (JSON), RFC 3339 (instants) and ISO 8601 (durations).
 */
@NullMarked
package dev.lifering.http.json;

import org.jspecify.annotations.NullMarked;
