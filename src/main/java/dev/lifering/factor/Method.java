package dev.lifering.factor;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a second factor is proved. */
@Schema(name = "SecondFactorMethod")
public enum Method {
    TOTP("totp"),
    BACKUP_CODE("backup_code");

    /** RFC 8176 §2: both are one-time passwords, the one computed, the other looked up. */
    private static final List<String> AMR = List.of("otp");

    private final String wireName;

    Method(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the API, in assertions and in the audit trail. */
    public String wireName() {
        return wireName;
    }

    /** The authentication method references of RFC 8176. */
    public List<String> amr() {
        return AMR;
    }
}
