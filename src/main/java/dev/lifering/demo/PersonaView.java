package dev.lifering.demo;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Somebody to play. */
public record PersonaView(
        String persona, String displayName, @Nullable String accountId, SortedSet<String> roles, String description) {

    static PersonaView of(Persona persona) {
        return new PersonaView(
                persona.id(),
                persona.displayName(),
                persona.accountId().orElse(null),
                new TreeSet<>(persona.roles()),
                persona.description());
    }
}
