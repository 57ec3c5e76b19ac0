package dev.lifering.provisioning;

import dev.lifering.directory.PersonDetails;
import dev.lifering.http.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user as the platform knows him. */
@Schema(description = "A user as the platform knows him; what is left out takes its default.")
public record UserRequest(
        @NotNull @PlainText(max = 320) @Pattern(regexp = UserRequest.EMAIL, message = UserRequest.EMAIL_RULE)
        String email,

        @Nullable @PlainText(max = 200) String displayName,

        @Schema(description = "A BCP 47 language tag.")
        @Nullable
        @Pattern(regexp = UserRequest.LANGUAGE_TAG, message = UserRequest.LANGUAGE_TAG_RULE)
        @PlainText(max = 35)
        String locale,

        @Schema(description = "Roles in the directory; none unless given.") @Nullable
        Set<@NotNull UserRole> roles,

        @Schema(description = "Whether the user may sign in; true unless given.") @Nullable
        Boolean active,

        @Schema(description = "Whether an identity provider brings the second factor; false unless given.") @Nullable
        Boolean secondFactorManagedElsewhere) {

    /** What an e-mail address looks like, as a regular expression for the whole text. */
    public static final String EMAIL = "[^\\s@<>]+@[^\\s@<>]+";

    public static final String EMAIL_RULE = "must be an e-mail address";
    /** What a language tag looks like, with the separators that platforms use. */
    public static final String LANGUAGE_TAG = "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}";

    public static final String LANGUAGE_TAG_RULE = "must be a language tag";

    /** What is left out takes its default. */
    public PersonDetails toDetails() {
        return new PersonDetails(
                email,
                displayName,
                locale == null ? null : locale.replace('_', '-'),
                roles != null && roles.contains(UserRole.ADMIN),
                active == null || active,
                secondFactorManagedElsewhere != null && secondFactorManagedElsewhere);
    }

    /** Names and addresses have no place in a log. */
    @Override
    public String toString() {
        return "UserRequest[roles=" + roles + "]";
    }
}
