package dev.lifering.recovery.request;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who can help a user who is locked out. */
@Schema(name = "WayBack")
public enum Way {
    /** Another administrator of the account is able to send a recovery link. */
    ADMINISTRATOR,
    /** None is, so that Support has to open a case (rule S1). */
    SUPPORT
}
