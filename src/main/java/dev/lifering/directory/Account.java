package dev.lifering.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant of the platform.
 *
 * @param id the platform's id, 1–255 characters
 * @param reseller the id of the reseller that brought it; present exactly for a customer
 */
public record Account(
        String id, String name, AccountKind kind, @Nullable String reseller) {

    public Account {
        if ((kind == AccountKind.CUSTOMER) != (reseller != null)) {
            throw new IllegalArgumentException("exactly a customer account has a reseller: " + id);
        }
    }

    public Optional<String> resellerId() {
        return Optional.ofNullable(reseller);
    }

    /** Whether this account is a customer of the reseller with that id. */
    public boolean isCustomerOf(String resellerId) {
        return resellerId.equals(reseller);
    }
}
