package dev.lifering.directory;

import org.jspecify.annotations.Nullable;

/** What the platform says about a user, beside the ids. */
public record PersonDetails(
        @Nullable String email,
        @Nullable String displayName,
        @Nullable String locale,
        boolean admin,
        boolean active,
        boolean secondFactorManagedElsewhere) {

    /** Names and addresses have no place in a log. */
    @Override
    public String toString() {
        return "PersonDetails[admin=" + admin + ", active=" + active + "]";
    }
}
