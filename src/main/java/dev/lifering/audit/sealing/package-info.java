/**
 * Makes changes to the audit trail evident: seals what was recorded, in the background, and gives it out with its seals. Not
 * for checking them.
 */
@NullMarked
package dev.lifering.audit.sealing;

import org.jspecify.annotations.NullMarked;
