/**
 * What a trace shows of a call, where an operator has switched tracing on. Not for numbers, which are meters of their packages,
 * nor for what happened to whom, which is {@code audit}'s.
 *
 * <p>Follows W3C Trace Context, and OpenTelemetry's conventions for what spans are called.
 */
@NullMarked
package dev.lifering.tracing;

import org.jspecify.annotations.NullMarked;
