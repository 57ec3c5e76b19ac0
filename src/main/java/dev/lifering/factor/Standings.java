package dev.lifering.factor;

import dev.lifering.directory.Person;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and locks how users' second factors stand. */
@ApplicationScoped
public class Standings {
    private final SecondFactors rows;

    Standings(SecondFactors rows) {
        this.rows = rows;
    }

    /**
     * The standing, locked until the transaction ends. Every use case that checks a code or changes a second factor
     * takes this lock first, so the changes of one user happen one after the other, on all replicas.
     */
    @Transactional(TxType.MANDATORY)
    public Standing lock(Person person) {
        var found = rows.locked(person.id());
        if (found.isEmpty()) {
            rows.insertIfMissing(person.id());
            found = rows.locked(person.id());
        }
        return new Standing(person, found.orElseThrow(Standings::erasedMeanwhile));
    }

    /** The standing at this moment, not to be changed. */
    public Standing read(Person person) {
        return new Standing(person, rows.findByIdOptional(person.id()).orElseGet(() -> untouched(person)));
    }

    /** The same for several, in their order, in one statement. */
    public List<Standing> read(Collection<Person> persons) {
        Map<String, SecondFactorEntity> found =
                rows.of(persons.stream().map(Person::id).toList());
        return persons.stream()
                .map(person -> new Standing(
                        person, Optional.ofNullable(found.get(person.id())).orElseGet(() -> untouched(person))))
                .toList();
    }

    private static RuntimeException erasedMeanwhile() {
        return ProblemType.NOT_FOUND.because("The user was erased a moment ago.");
    }

    private static SecondFactorEntity untouched(Person person) {
        var row = new SecondFactorEntity();
        row.userId = person.id();
        row.status = Status.NOT_ENROLLED;
        return row;
    }
}
