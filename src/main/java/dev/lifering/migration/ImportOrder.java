package dev.lifering.migration;

import dev.lifering.audit.Doer;
import dev.lifering.migration.format.ImportFormat;

/**
 * An import that somebody asked for.
 *
 * @param dryRun whether to say only what would become of each line
 * @param tellUsers whether each user is mailed that his second factor came over
 */
record ImportOrder(String accountId, ImportFormat format, boolean dryRun, boolean tellUsers, Doer doer) {}
