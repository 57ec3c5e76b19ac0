package dev.lifering.factor.backupcode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is left of the active set.
 *
 * @param label the set's public label
 * @param low whether it is time to make new ones
 */
@Schema(description = "What is left of the active set of backup codes.")
public record BackupCodes(String label, int remaining, boolean low) {
    /** Rule B5. */
    private static final int LOW = 3;

    static BackupCodes left(String label, int remaining) {
        return new BackupCodes(label, remaining, isLow(remaining));
    }

    /** Whether so few codes are left that the user is told. */
    public static boolean isLow(int remaining) {
        return remaining <= LOW;
    }
}
