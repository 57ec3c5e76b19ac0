/**
 * The torture run: two replicas of the packaged application under load and faults, and a checker that holds every answer
 * against the audit trail, the database and the mails. Not for speed, and not for what one replica does in peace.
 */
@NullMarked
package dev.lifering.torture;

import org.jspecify.annotations.NullMarked;
