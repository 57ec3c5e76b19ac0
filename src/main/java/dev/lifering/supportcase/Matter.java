package dev.lifering.supportcase;

import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.recovery.policy.Requester;
import java.util.UUID;

/** A case that is being worked on, with the user's standing, locked until the transaction ends. */
record Matter(SupportCaseEntity row, Standing standing) {

    UUID id() {
        return row.id;
    }

    Person person() {
        return standing.person();
    }

    /** What somebody tries to do to the case, before it is known how that ends. */
    Fact attempted(Deed deed, Requester by) {
        return Fact.about(person(), deed, Doer.support(by.actor())).on(id().toString());
    }

    /** Whether the user has passed 2FA since the case was opened. */
    boolean hasUserProved() {
        return CaseRules.hasProvedSince(row.openedAt, standing.lastVerifiedAt());
    }
}
