package dev.lifering.supportcase;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an agent makes sure of somebody's identity. */
@Schema(name = "IdentityCheckMethod")
public enum CheckMethod {
    /** An identity document issued by a government. */
    GOVERNMENT_ID,
    /** Seen and spoken to. */
    VIDEO_CALL,
    /** Called back on a number that was known before. */
    CALLBACK,
    /** Knows what the contract says. */
    CONTRACT_DATA,
    /** Came along. */
    IN_PERSON;

    /** The name in the API and in the audit trail. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
