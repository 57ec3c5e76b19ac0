/**
 * The facts: who did what to whom, when, from where and with what outcome, written in the transaction of the deed. Not
 * for logs, and never a place for secrets or codes.
 */
@NullMarked
package dev.lifering.audit;

import org.jspecify.annotations.NullMarked;
