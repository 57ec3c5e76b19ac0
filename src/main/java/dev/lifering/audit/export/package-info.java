/**
 * Whole audit trails as files: NDJSON and CSV (RFC 4180), streamed in constant memory. Not for pages that people look at.
 */
@NullMarked
package dev.lifering.audit.export;

import org.jspecify.annotations.NullMarked;
