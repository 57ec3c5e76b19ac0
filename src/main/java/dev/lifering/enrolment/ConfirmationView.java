package dev.lifering.enrolment;

import dev.lifering.factor.Status;
import dev.lifering.factor.backupcode.BackupCodesView;
import dev.lifering.factor.totp.Authenticator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enrolment that was confirmed. */
@Schema(
        description = "An enrolment that was confirmed. With backupCodes in it, the codes are shown once, and 2FA is"
                + " enabled only when the set has been acknowledged.")
public record ConfirmationView(
        Authenticator authenticator, @Nullable BackupCodesView backupCodes, Status status) {}
