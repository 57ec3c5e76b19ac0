package dev.lifering.audit.seal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose events follow each other in a chain of seals.
 *
 * @param name the id of the account; empty for the events that belong to none
 */
public record Chain(String name) {

    public static Chain of(@Nullable String accountId) {
        return new Chain(accountId == null ? "" : accountId);
    }

    public Optional<String> accountId() {
        return Optional.of(name).filter(id -> !id.isEmpty());
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "no account" : "account " + name;
    }
}
