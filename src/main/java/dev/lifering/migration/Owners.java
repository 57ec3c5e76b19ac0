package dev.lifering.migration;

import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.migration.format.Owner;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds the users that files speak of. */
@ApplicationScoped
class Owners {
    private final Directory directory;

    Owners(Directory directory) {
        this.directory = directory;
    }

    /**
     * The user of this account, empty for one who is still to be made.
     *
     * <p>Refusals: {@code already-elsewhere}; {@code not-found} for one who is not there and of whom nothing is known;
     * {@code invalid-request} for an address that several have.
     */
    Optional<Person> find(String accountId, Owner owner) {
        return owner instanceof Owner.ById byId ? byId(accountId, byId) : Optional.of(named(accountId, owner));
    }

    private Optional<Person> byId(String accountId, Owner.ById owner) {
        Optional<Person> person = directory.person(owner.id());
        if (person.filter(found -> !found.accountId().equals(accountId)).isPresent()) {
            throw ProblemType.ALREADY_ELSEWHERE.because("Another account is this user's home.");
        }
        if (person.isEmpty() && owner.details() == null) {
            throw unknown();
        }
        return person;
    }

    private Person named(String accountId, Owner owner) {
        return ((Owner.Named) owner)
                .names().stream()
                        .flatMap(name -> named(accountId, name).stream())
                        .findFirst()
                        .orElseThrow(Owners::unknown);
    }

    private Optional<Person> named(String accountId, String name) {
        Optional<Person> byId =
                directory.person(name).filter(person -> person.accountId().equals(accountId));
        if (byId.isPresent() || !name.contains("@")) {
            return byId;
        }
        List<Person> byEmail = directory.personsByEmail(accountId, name);
        if (byEmail.size() > 1) {
            throw ProblemType.INVALID_REQUEST.because("Several users of the account have this address; give the id.");
        }
        return byEmail.stream().findFirst();
    }

    private static RuntimeException unknown() {
        return ProblemType.NOT_FOUND.because("No user of the account has this id or address. Provision him first.");
    }
}
