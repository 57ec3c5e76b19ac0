package dev.lifering.provisioning;

import dev.lifering.directory.PersonDetails;
import dev.lifering.http.ExternalId;
import dev.lifering.http.PlainText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of an import: what a put of the user takes, and his id. */
@RegisterForReflection
@Schema(description = "One line of an import: what a put of the user takes, and the user's id.")
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

        @Nullable Boolean secondFactorManagedElsewhere) {

    PersonDetails toDetails() {
        return new UserRequest(email, displayName, locale, roles, active, secondFactorManagedElsewhere).toDetails();
    }

    /** Names and addresses have no place in a log. */
    @Override
    public String toString() {
        return "ImportedUser[" + id + "]";
    }
}
