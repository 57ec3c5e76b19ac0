/**
 * The tables that the audit trail lies in, one per month: made in time, and dropped when an operator keeps events no
 * longer. Not for what is in them.
 */
@NullMarked
package dev.lifering.audit.partition;

import org.jspecify.annotations.NullMarked;
