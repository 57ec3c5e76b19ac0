package dev.lifering.provisioning;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.crypto.Ids;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.directory.PersonDetails;
import dev.lifering.factor.Standings;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.trusteddevice.TrustedDevices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Puts and erases users. */
@ApplicationScoped
public class UserProvisioning {
    private final Directory directory;
    private final Standings standings;
    private final TrustedDevices devices;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    UserProvisioning(
            Directory directory,
            Standings standings,
            TrustedDevices devices,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.directory = directory;
        this.standings = standings;
        this.devices = devices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes the user, or brings him to this state; true when he is new. */
    @Transactional
    public boolean put(String accountId, String userId, PersonDetails details, Doer doer) {
        return bring(accountId, userId, details, doer).orThrow();
    }

    /**
     * The same for one of several in a transaction: a refusal, which has changed nothing, is given back, so that it does
     * not end the transaction of the others.
     */
    @Transactional(TxType.MANDATORY)
    public Result<Boolean> bring(String accountId, String userId, PersonDetails details, Doer doer) {
        if (directory.account(accountId).isEmpty()) {
            return Result.refused(ProblemType.ACCOUNT_UNKNOWN.because("Provision the account first."));
        }
        Instant now = clock.instant();
        Person newcomer = newcomer(accountId, userId, details);
        boolean created = directory.insert(newcomer, now);
        Optional<Person> found = created ? Optional.of(newcomer) : directory.person(userId);
        if (found.isEmpty()) {
            return Result.refused(ProblemType.NOT_FOUND.because("The user or his account has just been erased."));
        }
        Person person = found.get();
        if (!person.accountId().equals(accountId)) {
            return Result.refused(ProblemType.ALREADY_ELSEWHERE.because("Another account is this user's home."));
        }
        if (!created) {
            directory.change(userId, details, now);
            endTrustUnlessActive(person, details, doer, now);
        }
        audit.record(Fact.about(person, Deed.USER_PROVISIONED, doer), now);
        return Result.done(created);
    }

    private void endTrustUnlessActive(Person person, PersonDetails details, Doer doer, Instant now) {
        if (!details.active() || details.secondFactorManagedElsewhere()) {
            devices.revokeAll(person, doer, now);
        }
    }

    /** Rule X6: erases the user with all secrets; the trail keeps the pseudonym. A user who is not there is erased. */
    @Transactional
    void erase(String accountId, String userId, Doer doer) {
        directory
                .person(userId)
                .filter(person -> person.accountId().equals(accountId))
                .filter(this::eraseWithEverything)
                .ifPresent(person -> audit.record(Fact.about(person, Deed.USER_ERASED, doer), clock.instant()));
    }

    /** After whoever is changing the person's second factor; to lock the rows in another order could stop both. */
    private boolean eraseWithEverything(Person person) {
        if (!directory.hold(person)) {
            return false;
        }
        standings.lock(person);
        return directory.erase(person);
    }

    /** Erases an account that has no users any more; false when one has come meanwhile, and nothing is changed. */
    @Transactional
    boolean eraseEmpty(String accountId, Doer doer) {
        if (!directory.holdForErasure(accountId)) {
            return true;
        }
        refuseIfItHasCustomers(accountId);
        if (!directory.userIdsOf(accountId, 1).isEmpty()) {
            return false;
        }
        directory.eraseAccount(accountId);
        audit.record(Fact.about(accountId, Deed.ACCOUNT_ERASED, doer), clock.instant());
        return true;
    }

    void refuseIfItHasCustomers(String accountId) {
        if (directory.hasCustomers(accountId)) {
            throw ProblemType.ACCOUNT_HAS_CUSTOMERS.because("Erase the customers of this reseller first.");
        }
    }

    private Person newcomer(String accountId, String userId, PersonDetails details) {
        return new Person(
                userId,
                accountId,
                ids.next(),
                details.email(),
                details.displayName(),
                details.locale(),
                details.admin(),
                details.active(),
                details.secondFactorManagedElsewhere());
    }
}
