/**
 * The check of an export with seals: a command that needs the file and the public keys, and nothing else. Not for where the
 * export comes from.
 */
@NullMarked
package dev.lifering.audit.proof;

import org.jspecify.annotations.NullMarked;
