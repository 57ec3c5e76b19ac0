package dev.lifering.readiness;

import dev.lifering.access.AccountAccess;
import dev.lifering.access.Actor;
import dev.lifering.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows how ready an account is. */
@ApplicationScoped
class ReadinessService {
    private final AccountAccess access;
    private final Abilities abilities;
    private final Outbox outbox;

    ReadinessService(AccountAccess access, Abilities abilities, Outbox outbox) {
        this.access = access;
        this.abilities = abilities;
        this.outbox = outbox;
    }

    /** The account's readiness at one moment, for an actor who may see its users. */
    @Transactional
    ReadinessView of(Actor actor, String accountId) {
        List<Ability> found = abilities.in(access.watchable(actor, accountId).id());
        return ReadinessView.of(
                found, outbox.unreachable(found.stream().map(Ability::person).toList()));
    }
}
