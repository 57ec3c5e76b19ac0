package dev.lifering.supportcase;

import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Account;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.Status;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.recovery.policy.Decision;
import dev.lifering.recovery.policy.RecoveryPolicy;
import dev.lifering.recovery.policy.Requester;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Opens support cases (rules S1, S3). */
@ApplicationScoped
class CaseOpeningService {
    private final Directory directory;
    private final Standings standings;
    private final CaseDecisions decisions;
    private final SupportCases cases;
    private final OpenedCases opened;
    private final CaseTrail trail;
    private final InstantSource clock;

    CaseOpeningService(
            Directory directory,
            Standings standings,
            CaseDecisions decisions,
            SupportCases cases,
            OpenedCases opened,
            CaseTrail trail,
            InstantSource clock) {
        this.directory = directory;
        this.standings = standings;
        this.decisions = decisions;
        this.cases = cases;
        this.opened = opened;
        this.trail = trail;
        this.clock = clock;
    }

    /** Opens a case for the user and tells him and the administrators of his account. */
    @Transactional
    Result<SupportCaseView> open(Requester by, SupportCaseRequest request) {
        Instant now = clock.instant();
        Account account = directory.account(request.accountId()).orElse(null);
        Person person = directory
                .person(request.userId())
                .filter(user -> user.accountId().equals(request.accountId()))
                .orElseThrow(() -> nobody(by, account));
        Standing standing = standings.lock(person);
        Decision decision = decisions.decide(by, account, standing);
        if (!decision.allowed()) {
            Fact attempted = Fact.about(person, Deed.SUPPORT_CASE_OPENED, Doer.support(by.actor()));
            return Result.refused(trail.refused(attempted, decision, now));
        }
        refuseWhatCannotGoOn(person);
        return Result.done(opened.open(standing, by.actor(), request.reason(), now));
    }

    private static Problem nobody(Requester by, @Nullable Account account) {
        return RecoveryPolicy.decideCase(by, account, null, Status.NOT_ENROLLED, false)
                .problem()
                .orElseThrow();
    }

    private void refuseWhatCannotGoOn(Person person) {
        if (person.email() == null) {
            throw ProblemType.EMAIL_MISSING.because("The directory has no address of this user to mail a link to.");
        }
        if (cases.isUnderWay(person.id())) {
            throw ProblemType.CASE_ALREADY_OPEN.because("This user has a support case that is open or approved.");
        }
    }
}
