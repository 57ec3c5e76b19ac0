package dev.lifering.supportcase;

import dev.lifering.access.Actor;
import dev.lifering.access.Roles;
import dev.lifering.directory.Account;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.readiness.AbleAdministrators;
import dev.lifering.recovery.policy.Decision;
import dev.lifering.recovery.policy.RecoveryPolicy;
import dev.lifering.recovery.policy.Requester;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the policy about a case, with what the directory and the second factors of the account say at this moment. */
@ApplicationScoped
class CaseDecisions {
    private final Directory directory;
    private final AbleAdministrators administrators;

    CaseDecisions(Directory directory, AbleAdministrators administrators) {
        this.directory = directory;
        this.administrators = administrators;
    }

    /**
     * Whether the requester may have a case for this user.
     *
     * @param standing locked, so that it holds until the transaction ends
     */
    Decision decide(Requester by, @Nullable Account account, Standing standing) {
        Person person = standing.person();
        boolean anotherIsAble =
                !administrators.besides(person.accountId(), person.id()).isEmpty();
        return RecoveryPolicy.decideCase(by, account, person, standing.status(), anotherIsAble);
    }

    Decision decide(Requester by, Standing standing) {
        return decide(by, directory.account(standing.person().accountId()).orElse(null), standing);
    }

    /** Whether the agent, who approved the case a while ago, could still do so. */
    Decision decideAgain(String agent, Standing standing) {
        var actor = new Actor(agent, Set.of(Roles.SUPPORT), false, null);
        Account home = directory
                .person(agent)
                .map(Person::accountId)
                .flatMap(directory::account)
                .orElse(null);
        return decide(new Requester(actor, null, home), standing);
    }
}
