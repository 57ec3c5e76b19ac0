package dev.lifering.demo;

import dev.lifering.access.Roles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody to play in the demo. */
enum Persona {
    ADA("Ada", "acme", Set.of(Roles.USER, Roles.ADMIN), "Administrator of Acme"),
    GRACE("Grace", "acme", Set.of(Roles.USER, Roles.ADMIN), "Administrator of Acme"),
    LINUS("Linus", "acme", Set.of(Roles.USER), "User of Acme"),
    RITA(
            "Rita",
            "northwind-msp",
            Set.of(Roles.USER, Roles.ADMIN, Roles.RESELLER),
            "Administrator of the reseller Northwind"),
    BOB("Bob", "bakery", Set.of(Roles.USER, Roles.ADMIN), "The only administrator of Northwind's customer Bakery"),
    CLEO("Cleo", "clinic", Set.of(Roles.USER, Roles.ADMIN), "Administrator of Northwind's customer Clinic"),
    DAN("Dan", "clinic", Set.of(Roles.USER, Roles.ADMIN), "Administrator of Northwind's customer Clinic"),
    EVE("Eve", "clinic", Set.of(Roles.USER), "User of Northwind's customer Clinic"),
    LOGIN_SERVICE("Login service", null, Set.of(Roles.SERVICE), "The service that signs the platform's users in"),
    SAM("Sam", null, Set.of(Roles.SUPPORT), "Support agent"),
    UMA("Uma", null, Set.of(Roles.SUPPORT), "Support agent");

    private final String displayName;
    private final @Nullable String accountId;

    @SuppressWarnings("ImmutableEnumChecker") // every constant passes Set.of, which cannot be changed
    private final Set<String> roles;

    private final String description;

    Persona(String displayName, @Nullable String accountId, Set<String> roles, String description) {
        this.displayName = displayName;
        this.accountId = accountId;
        this.roles = roles;
        this.description = description;
    }

    static Optional<Persona> byId(String id) {
        return Arrays.stream(values())
                .filter(persona -> persona.id().equals(id))
                .findFirst();
    }

    static List<Persona> people() {
        return Arrays.stream(values())
                .filter(persona -> persona.accountId != null)
                .toList();
    }

    /** The name by which it is asked for, and the subject of its tokens. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String displayName() {
        return displayName;
    }

    Optional<String> accountId() {
        return Optional.ofNullable(accountId);
    }

    String email() {
        return id() + "@" + accountId + ".example";
    }

    Set<String> roles() {
        return roles;
    }

    boolean isAdmin() {
        return roles.contains(Roles.ADMIN);
    }

    String description() {
        return description;
    }
}
