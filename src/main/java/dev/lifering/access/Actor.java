package dev.lifering.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as his token says.
 *
 * @param id the claim {@code sub}
 * @param roles the roles that count, see {@link Roles#granted}
 * @param reseller whether the token reads {@code reseller} in any spelling
 * @param account the claim that names the account; services and Support need none
 */
public record Actor(
        String id,
        Set<String> roles,
        boolean reseller,
        @Nullable String account) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    public Optional<String> accountId() {
        return Optional.ofNullable(account);
    }
}
