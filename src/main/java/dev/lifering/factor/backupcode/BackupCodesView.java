package dev.lifering.factor.backupcode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A set just issued, in the one response that shows its codes (rule B6). */
@Schema(description = "A set of backup codes just issued. The codes are shown here and never again.")
public record BackupCodesView(
        UUID setId,

        @Schema(description = "Public; names the set on paper.")
        String label,

        List<String> codes,

        @Schema(description = "Until when the set waits for its acknowledgement.")
        Instant expiresAt,

        @Schema(description = "Given when the last backup code paid for this set; starts an enrolment if need be.")
        @Nullable
        String recoverySession) {

    public BackupCodesView {
        codes = List.copyOf(codes);
    }

    public static BackupCodesView of(IssuedCodes issued, @Nullable String recoverySession) {
        return new BackupCodesView(
                issued.setId(), issued.label(), issued.reveal(), issued.expiresAt(), recoverySession);
    }

    /** Never shows the codes. */
    @Override
    public String toString() {
        return "BackupCodesView[" + label + "]";
    }
}
