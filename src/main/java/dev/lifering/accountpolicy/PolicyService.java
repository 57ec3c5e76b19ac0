package dev.lifering.accountpolicy;

import dev.lifering.access.AccountAccess;
import dev.lifering.access.Actor;
import dev.lifering.arrival.Arrivals;
import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Account;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Reads and changes what accounts demand. */
@ApplicationScoped
public class PolicyService {
    private final AccountPolicies policies;
    private final PolicyDefaults defaults;
    private final AccountAccess access;
    private final Arrivals arrivals;
    private final AuditTrail audit;
    private final InstantSource clock;

    PolicyService(
            AccountPolicies policies,
            PolicyDefaults defaults,
            AccountAccess access,
            Arrivals arrivals,
            AuditTrail audit,
            InstantSource clock) {
        this.policies = policies;
        this.defaults = defaults;
        this.access = access;
        this.arrivals = arrivals;
        this.audit = audit;
        this.clock = clock;
    }

    /** The policy in force for the users of this account. */
    public Policy of(String accountId) {
        return policies.findByIdOptional(accountId).map(defaults::under).orElseGet(defaults::policy);
    }

    /**
     * How many time steps before and after the current one are accepted, for an account whose own word is known.
     *
     * @param own what the account says; null when it says nothing
     */
    public int totpWindow(@Nullable Integer own) {
        return own == null ? defaults.policy().totpWindow() : own;
    }

    /** The policy in force, for an actor who may see it. */
    public Policy read(Actor actor, String accountId) {
        return of(access.readable(actor, accountId).id());
    }

    /**
     * Replaces what the account says, by an active administrator of the account itself. An administrator who is not in
     * the directory yet is created, so that the trail knows him by a pseudonym.
     */
    @Transactional
    public Policy change(Actor actor, String accountId, PolicyRequest request) {
        Account account = access.changeable(actor, accountId);
        request.refuseUnknownDigits();
        Instant now = clock.instant();
        AccountPolicyEntity policy = changeable(account.id(), now);
        Policy before = defaults.under(policy);
        copy(request, policy, now);
        policy.secondFactorMandatorySince = demandedSince(before, defaults.under(policy), now);
        Doer doer = Doer.admin(arrivals.current());
        audit.record(Fact.about(account.id(), Deed.POLICY_CHANGED, doer), now);
        return defaults.under(policy);
    }

    /** Lets the users of an account trust devices for so long, by whoever sets the account up. */
    @Transactional
    public void trustDevices(String accountId, Duration lifetime, Doer doer) {
        Instant now = clock.instant();
        AccountPolicyEntity policy = changeable(accountId, now);
        policy.trustedDeviceLifetimeSeconds = lifetime.toSeconds();
        policy.updatedAt = now;
        audit.record(Fact.about(accountId, Deed.POLICY_CHANGED, doer), now);
    }

    /**
     * What a change would make of the policy, for an actor who may make it. Nothing changes.
     *
     * @param now when it would be made
     */
    public ProposedPolicy proposed(Actor actor, String accountId, PolicyRequest request, Instant now) {
        Account account = access.changeable(actor, accountId);
        request.refuseUnknownDigits();
        Policy before = of(account.id());
        var row = new AccountPolicyEntity();
        copy(request, row, now);
        row.secondFactorMandatorySince = demandedSince(before, defaults.under(row), now);
        return new ProposedPolicy(account.id(), before, defaults.under(row), now);
    }

    private AccountPolicyEntity changeable(String accountId, Instant now) {
        return policies.ofAccount(accountId, now)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("The account was erased a moment ago."));
    }

    /** A grace period does not begin again while the demand goes on. */
    private static @Nullable Instant demandedSince(Policy before, Policy after, Instant now) {
        if (!after.secondFactorMandatory()) {
            return null;
        }
        return before.secondFactorMandatory() ? before.demandedSince() : now;
    }

    private static void copy(PolicyRequest request, AccountPolicyEntity policy, Instant now) {
        policy.secondFactorMandatory = request.secondFactorMandatory();
        policy.gracePeriodSeconds = seconds(request.gracePeriod());
        policy.maxAuthenticators = request.maxAuthenticators();
        policy.acknowledgementProof = request.acknowledgementProof();
        policy.backupCodes = request.backupCodes();
        policy.totpAlgorithm = request.totpAlgorithm();
        policy.totpDigits = request.totpDigits();
        Long period = seconds(request.totpPeriod());
        policy.totpPeriodSeconds = period == null ? null : Math.toIntExact(period);
        policy.totpWindow = request.totpWindow();
        policy.trustedDeviceLifetimeSeconds = seconds(request.trustedDeviceLifetime());
        Long stepUp = seconds(request.stepUpAfter());
        policy.stepUpAfterSeconds = stepUp == null ? null : Math.toIntExact(stepUp);
        policy.updatedAt = now;
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }
}
