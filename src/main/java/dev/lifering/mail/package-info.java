/**
 * What Lifering writes to people: mails that are committed with the change they tell of, and arrive. Not for deciding who
 * is told what.
 *
 * <p>Follows RFC 5321 (SMTP), RFC 5322 (messages) and RFC 3834 (automatic messages).
 */
@NullMarked
package dev.lifering.mail;

import org.jspecify.annotations.NullMarked;
