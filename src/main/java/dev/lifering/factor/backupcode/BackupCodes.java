package dev.lifering.factor.backupcode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the active set.
 *
 * @param label the set's public label
 * @param low whether it is time to make new ones
 * @param legacy true for codes that came over from another product; null for codes of our own
 */
@Schema(description = "What is left of the active set of backup codes.")
public record BackupCodes(
        String label,
        int remaining,
        boolean low,

        @Schema(
                description =
                        "True for codes that came over from another product, whose name is the label: ask the user"
                                + " to make new ones, which take their place.")
        @Nullable
        Boolean legacy) {
    /** Rule B5. */
    private static final int LOW = 3;

    static BackupCodes left(String label, int remaining, boolean legacy) {
        return new BackupCodes(label, remaining, isLow(remaining), legacy ? true : null);
    }

    /** Whether so few codes are left that the user is told. */
    public static boolean isLow(int remaining) {
        return remaining <= LOW;
    }
}
