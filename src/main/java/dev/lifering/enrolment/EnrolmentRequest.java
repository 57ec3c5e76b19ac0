package dev.lifering.enrolment;

import dev.lifering.http.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The wish to add an authenticator.
 *
 * @param label the user's name for it
 * @param code a fresh second factor, needed where 2FA is on (rule E5)
 * @param recoverySession what stands in for it after recovery
 */
@Schema(description = "The wish to add an authenticator. Where 2FA is on, it takes code or recoverySession.")
public record EnrolmentRequest(
        @Schema(description = "The user's name for the authenticator.") @Nullable @PlainText(max = 100)
        String label,

        @Schema(description = "A fresh second factor: a current TOTP or a backup code. Needed where 2FA is on.")
        @Nullable
        @PlainText(max = 64)
        String code,

        @Schema(description = "A live recovery session, in place of a code.") @Nullable @PlainText(max = 100)
        String recoverySession) {

    static final EnrolmentRequest PLAIN = new EnrolmentRequest(null, null, null);

    /** Never shows the code or the session. */
    @Override
    public String toString() {
        return "EnrolmentRequest[label=" + label + "]";
    }
}
