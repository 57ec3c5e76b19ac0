package dev.lifering.readiness;

import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The administrators who can help somebody of their account, at this moment (rule S1). */
@ApplicationScoped
public class AbleAdministrators {
    private final Directory directory;
    private final Abilities abilities;

    AbleAdministrators(Directory directory, Abilities abilities) {
        this.directory = directory;
        this.abilities = abilities;
    }

    /** The active administrators of the account who can pass 2FA now, without the person named. */
    public List<Person> besides(String accountId, String userId) {
        return abilities.in(accountId).stream()
                .filter(Ability::isAble)
                .map(Ability::person)
                .filter(person -> !person.id().equals(userId))
                .toList();
    }

    /** All active administrators of the account, without the person named. */
    public List<Person> activeBesides(String accountId, String userId) {
        return directory.activeAdministrators(accountId).stream()
                .filter(person -> !person.id().equals(userId))
                .toList();
    }
}
