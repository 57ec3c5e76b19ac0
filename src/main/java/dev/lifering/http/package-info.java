/**
 * How requests come in and refusals go out: problem documents for everything, request ids, body limits, pages, cursors
 * and input constraints. Not for what a call does: that is its feature's package.
 *
 * <p>Follows RFC 9457 (problem details), RFC 9110 (HTTP semantics) and RFC 6750 (bearer tokens).
 */
@NullMarked
package dev.lifering.http;

import org.jspecify.annotations.NullMarked;
