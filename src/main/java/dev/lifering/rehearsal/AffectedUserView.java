package dev.lifering.rehearsal;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user to whom a change of the policy would matter. */
@Schema(name = "AffectedUser", description = "A user to whom the change would matter.")
public record AffectedUserView(
        String id,
        @Nullable String email,
        @Nullable String displayName,

        @Schema(description = "Whether the directory knows the user as an administrator of the account.")
        boolean admin,

        @Schema(description = "Until when the user could go without a second factor; only where it is to be set up.")
        @Nullable
        Instant enrolBy) {

    /** Names and addresses have no place in a log. */
    @Override
    public String toString() {
        return "AffectedUserView[" + id + "]";
    }
}
