package dev.lifering.factor.totp;

import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.crypto.Secret;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import java.util.List;

/**
 * An authenticator app whose secret another product has drawn.
 *
 * @param label the user's name for it
 * @param secret at least 128 bits (RFC 4226 §4, R6)
 */
public record ForeignApp(String label, Secret secret, TotpParameters parameters) {
    /** RFC 4226 §4, R6: "The length of the shared secret MUST be at least 128 bits." */
    private static final int FEWEST_BYTES = 16;

    /** The block of HMAC-SHA-512; what is longer is only hashed down (RFC 2104 §3). */
    private static final int MOST_BYTES = 128;

    public ForeignApp {
        if (secret.length() < FEWEST_BYTES) {
            throw refused("must have at least 128 bits (RFC 4226)");
        }
        if (secret.length() > MOST_BYTES) {
            throw refused("must have at most 1024 bits");
        }
    }

    private static RuntimeException refused(String rule) {
        return ProblemType.INVALID_REQUEST
                .because("The secret of an authenticator " + rule + ".")
                .violations(List.of(new Violation("secret", rule)));
    }
}
