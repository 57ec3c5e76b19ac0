package dev.lifering.arrival;

import dev.lifering.access.Actor;
import dev.lifering.access.Callers;
import dev.lifering.access.Roles;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.crypto.Ids;
import dev.lifering.directory.Account;
import dev.lifering.directory.AccountKind;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;

/** Finds the person who is calling. */
@ApplicationScoped
public class Arrivals {
    private final Callers callers;
    private final Directory directory;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    Arrivals(Callers callers, Directory directory, AuditTrail audit, Ids ids, InstantSource clock) {
        this.callers = callers;
        this.directory = directory;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The person behind this request's token, who is active.
     *
     * <p>Refusals: {@code account-claim-missing}, {@code account-unknown}, {@code user-not-provisioned},
     * {@code user-inactive}.
     */
    @Transactional
    public Person current() {
        Actor actor = callers.actor();
        if (actor.account() == null && !actor.is(Roles.SUPPORT)) {
            throw ProblemType.ACCOUNT_CLAIM_MISSING.because("The token does not name the account of its user.");
        }
        Person person = directory.person(actor.id()).orElseGet(() -> arrive(actor));
        if (!person.active()) {
            throw ProblemType.USER_INACTIVE.because("This user is switched off.");
        }
        return person;
    }

    private Person arrive(Actor actor) {
        Account home = actor.accountId()
                .flatMap(directory::account)
                .orElseThrow(() ->
                        ProblemType.ACCOUNT_UNKNOWN.because("The account that the token names is not known here."));
        if (actor.reseller() && home.kind() != AccountKind.RESELLER) {
            // A token switched to a customer's account must not make its bearer a member of the customer.
            throw ProblemType.USER_NOT_PROVISIONED.because("A reseller's token cannot create a user of a customer.");
        }
        Person newcomer = newcomer(actor, home, ids.next());
        if (directory.insert(newcomer, clock.instant())) {
            Fact fact = Fact.about(newcomer, Deed.USER_PROVISIONED, Doer.self(newcomer));
            audit.record(fact, clock.instant());
            return newcomer;
        }
        return directory.personOrNotFound(actor.id());
    }

    private Person newcomer(Actor actor, Account home, UUID pseudonym) {
        return new Person(
                actor.id(),
                home.id(),
                pseudonym,
                callers.email().orElse(null),
                callers.displayName().orElse(null),
                callers.locale().orElse(null),
                actor.is(Roles.ADMIN),
                true,
                false);
    }
}
