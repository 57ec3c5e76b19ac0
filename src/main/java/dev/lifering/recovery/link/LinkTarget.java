package dev.lifering.recovery.link;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.audit.Outcome;
import dev.lifering.directory.Account;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standings;
import dev.lifering.factor.Status;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.recovery.policy.Decision;
import dev.lifering.recovery.policy.RecoveryPolicy;
import dev.lifering.recovery.policy.Requester;
import dev.lifering.recovery.policy.Requesters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The user whose links are asked for, once the policy lets the caller have them. What it refuses goes on record. */
@ApplicationScoped
class LinkTarget {
    private final Requesters requesters;
    private final Directory directory;
    private final Standings standings;
    private final AuditTrail audit;

    LinkTarget(Requesters requesters, Directory directory, Standings standings, AuditTrail audit) {
        this.requesters = requesters;
        this.directory = directory;
        this.standings = standings;
        this.audit = audit;
    }

    /** Who asks for whom, as the address says; whether they exist is for the policy to tell. */
    record Asked(
            Requester by,
            @Nullable Account account,
            @Nullable Person person) {}

    Asked find(String accountId, String userId) {
        return new Asked(
                requesters.current(),
                directory.account(accountId).orElse(null),
                directory.person(userId).orElse(null));
    }

    /** The person, if the caller may have a link sent now. */
    Result<Person> allowed(Asked asked, Deed deed, Instant now) {
        Person person = asked.person();
        Status status =
                person == null ? Status.NOT_ENROLLED : standings.read(person).status();
        return passed(asked, RecoveryPolicy.decide(asked.by(), asked.account(), person, status), deed, now);
    }

    /** The person, if the caller may see and revoke links. */
    Result<Person> actable(Asked asked, Deed deed, Instant now) {
        return passed(asked, RecoveryPolicy.mayAct(asked.by(), asked.account(), asked.person()), deed, now);
    }

    void record(Person person, Deed deed, Person admin, UUID link, Instant now) {
        audit.record(Fact.about(person, deed, Doer.admin(admin)).on(link.toString()), now);
    }

    private Result<Person> passed(Asked asked, Decision decision, Deed deed, Instant now) {
        Person person = asked.person();
        if (decision.allowed() && person != null) {
            return Result.done(person);
        }
        decision.refusal()
                .filter(refusal ->
                        refusal == ProblemType.RESELLER_CANNOT_RESET || refusal == ProblemType.CANNOT_RECOVER_YOURSELF)
                .ifPresent(refusal -> remember(asked, deed, refusal, now));
        return Result.refused(decision.problem().orElseThrow());
    }

    /** An attempt on somebody else's second factor is what the account's administrators want to read about. */
    private void remember(Asked asked, Deed deed, ProblemType refusal, Instant now) {
        Account account = asked.account();
        Person person = asked.person();
        if (account == null) {
            return;
        }
        Doer doer = directory
                .person(asked.by().actor().id())
                .map(Doer::admin)
                .orElseGet(() -> Doer.stranger(asked.by().actor()));
        boolean known = person != null && person.accountId().equals(account.id());
        Fact fact = known && person != null ? Fact.about(person, deed, doer) : Fact.about(account.id(), deed, doer);
        audit.record(fact.ended(Outcome.REFUSED, refusal.slug()), now);
    }
}
