package dev.lifering.factor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The status of a user's second factor. */
@Schema(name = "SecondFactorStatus")
public enum Status {
    /** 2FA is off; the password is all there is. */
    NOT_ENROLLED,
    /** At least one authenticator is in use. */
    ENABLED,
    /** 2FA is on, but only backup codes are left; every login needs one. */
    BACKUP_CODES_ONLY
}
