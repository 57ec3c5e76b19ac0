package dev.lifering.migration;

import dev.lifering.directory.PersonDetails;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.http.ExternalId;
import dev.lifering.http.PlainText;
import dev.lifering.provisioning.UserRequest;
import dev.lifering.provisioning.UserRole;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of an import: what a put of the user takes, his id, and what proves his second factor elsewhere. */
@RegisterForReflection
@Schema(
        description = "One line of an import: what a put of the user takes, the user's id, and the authenticators that"
                + " another product has set up.")
public record ImportedUser(
        @NotNull @ExternalId String id,

        @NotNull @PlainText(max = 320) @Pattern(regexp = UserRequest.EMAIL, message = UserRequest.EMAIL_RULE)
        String email,

        @Nullable @PlainText(max = 200) String displayName,

        @Nullable
        @PlainText(max = 35)
        @Pattern(regexp = UserRequest.LANGUAGE_TAG, message = UserRequest.LANGUAGE_TAG_RULE)
        String locale,

        @Nullable Set<@NotNull UserRole> roles,

        @Nullable Boolean active,

        @Nullable Boolean secondFactorManagedElsewhere,

        @Schema(description = "Authenticator apps that the user has already; each counts from its first good code on.")
        @Nullable
        @Size(max = 20)
        List<@NotNull @Valid AuthenticatorRequest> authenticators) {

    PersonDetails toDetails() {
        return new UserRequest(email, displayName, locale, roles, active, secondFactorManagedElsewhere).toDetails();
    }

    List<ForeignApp> apps() {
        return authenticators == null
                ? List.of()
                : authenticators.stream().map(AuthenticatorRequest::toApp).toList();
    }

    /** Names and addresses have no place in a log. */
    @Override
    public String toString() {
        return "ImportedUser[" + id + "]";
    }
}
