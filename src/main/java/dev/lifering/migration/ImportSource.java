package dev.lifering.migration;

import dev.lifering.crypto.Secret;
import dev.lifering.migration.format.ImportFormat;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file beside what stands in it.
 *
 * @param issuer the platform's name in Google Authenticator
 * @param secrets with which better-auth's application has sealed
 */
record ImportSource(ImportFormat format, @Nullable String issuer, List<Secret> secrets) {

    ImportSource {
        secrets = List.copyOf(secrets);
    }

    /** Refuses what cannot be read without more being known. */
    void refuseIncomplete() {
        if (format == ImportFormat.GOOGLE_AUTHENTICATOR && issuer == null) {
            throw missing("issuer", "must be given: an export holds the accounts of other services too");
        }
        if (format == ImportFormat.BETTER_AUTH && secrets.isEmpty()) {
            throw missing("format", "better_auth needs --secret-file, which only the command import takes");
        }
    }

    private static RuntimeException missing(String field, String rule) {
        return ProblemType.INVALID_REQUEST
                .because("The file cannot be read with this alone.")
                .violations(List.of(new Violation(field, rule)));
    }
}
