package dev.lifering.readiness;

import dev.lifering.access.AccountAccess;
import dev.lifering.access.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Shows how ready an account is. */
@ApplicationScoped
class ReadinessService {
    private final AccountAccess access;
    private final Abilities abilities;

    ReadinessService(AccountAccess access, Abilities abilities) {
        this.access = access;
        this.abilities = abilities;
    }

    /** The account's readiness at one moment, for an actor who may see its users. */
    @Transactional
    ReadinessView of(Actor actor, String accountId) {
        return ReadinessView.of(abilities.in(access.watchable(actor, accountId).id()));
    }
}
