package dev.lifering.provisioning;

import dev.lifering.directory.Person;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user as he is kept. */
@Schema(description = "A user as he is kept.")
public record UserView(
        String id,
        String accountId,
        @Nullable String email,
        @Nullable String displayName,
        @Nullable String locale,
        Set<UserRole> roles,
        boolean active,
        boolean secondFactorManagedElsewhere) {

    public UserView {
        roles = Set.copyOf(roles);
    }

    static UserView of(Person person) {
        return new UserView(
                person.id(),
                person.accountId(),
                person.email(),
                person.displayName(),
                person.locale(),
                person.admin() ? Set.of(UserRole.ADMIN) : Set.of(),
                person.active(),
                person.secondFactorManagedElsewhere());
    }

    /** Names and addresses have no place in a log. */
    @Override
    public String toString() {
        return "UserView[" + id + "]";
    }
}
