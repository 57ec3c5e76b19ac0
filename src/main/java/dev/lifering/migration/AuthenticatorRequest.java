package dev.lifering.migration;

import dev.lifering.accountpolicy.TotpAlgorithm;
import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.factor.totp.Base32;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.http.PlainText;
import dev.lifering.migration.format.Labels;
import dev.lifering.migration.format.Parameters;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An authenticator app that the user has already, with the secret that another product has drawn for it. */
@RegisterForReflection
@Schema(
        name = "ImportedAuthenticator",
        description = "An authenticator app that the user has already; what is left out is what all apps do.")
public record AuthenticatorRequest(
        @Schema(description = "The user's name for it.") @Nullable @PlainText(max = 100)
        String label,

        @Schema(description = "Base32 (RFC 4648), at least 128 bits.") @NotNull @PlainText(max = 300)
        String secret,

        @Nullable TotpAlgorithm algorithm,

        @Schema(description = "6 or 8.") @Nullable Integer digits,

        @Schema(description = "The length of a time step in seconds, at most 120.") @Nullable
        Integer period) {

    ForeignApp toApp() {
        TotpParameters parameters = Parameters.of(algorithm == null ? null : algorithm.name(), digits, period);
        return Base32.read(secret)
                .map(read -> new ForeignApp(Labels.of(label), read, parameters))
                .orElseThrow(() -> ProblemType.INVALID_REQUEST
                        .because("The secret is not base32.")
                        .violations(List.of(new Violation("secret", "must be base32 (RFC 4648)"))));
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "AuthenticatorRequest[label=" + label + "]";
    }
}
