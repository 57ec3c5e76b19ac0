package dev.lifering.provisioning;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Account;
import dev.lifering.directory.AccountKind;
import dev.lifering.directory.Directory;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Puts and erases accounts. */
@ApplicationScoped
public class AccountProvisioning {
    private static final int BATCH = 200;

    private final Directory directory;
    private final UserProvisioning users;
    private final AuditTrail audit;
    private final InstantSource clock;

    AccountProvisioning(Directory directory, UserProvisioning users, AuditTrail audit, InstantSource clock) {
        this.directory = directory;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the account, or brings it to this state; true when it is new. */
    @Transactional
    public boolean put(Account account, Doer doer) {
        directory.hold(account);
        refuseUnlessResellerExists(account);
        Instant now = clock.instant();
        boolean created = directory.put(account, now);
        refuseIfCustomersAreOrphans(account); // only now nobody else can add one
        audit.record(Fact.about(account.id(), Deed.ACCOUNT_PROVISIONED, doer), now);
        return created;
    }

    /** Erases the account with all its users; an account that is not there is erased already. */
    void erase(String accountId, Doer doer) {
        users.refuseIfItHasCustomers(accountId); // before anything is erased
        do {
            eraseUsers(accountId, doer);
        } while (!users.eraseEmpty(accountId, doer));
    }

    private void eraseUsers(String accountId, Doer doer) {
        List<String> batch;
        do {
            batch = directory.userIdsOf(accountId, BATCH);
            batch.forEach(user -> users.erase(accountId, user, doer));
        } while (!batch.isEmpty());
    }

    private void refuseUnlessResellerExists(Account account) {
        boolean dangling = account.resellerId().isPresent()
                && account.resellerId()
                        .flatMap(directory::account)
                        .filter(reseller -> reseller.kind() == AccountKind.RESELLER)
                        .filter(reseller -> !reseller.id().equals(account.id()))
                        .isEmpty();
        if (dangling) {
            throw ProblemType.RESELLER_UNKNOWN.because("resellerId names no other account that is a reseller.");
        }
    }

    private void refuseIfCustomersAreOrphans(Account account) {
        if (account.kind() != AccountKind.RESELLER && directory.hasCustomers(account.id())) {
            throw ProblemType.ACCOUNT_HAS_CUSTOMERS.because("Customer accounts name this account as their reseller.");
        }
    }
}
