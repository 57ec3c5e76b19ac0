package dev.lifering.readiness;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Compares how accounts stand with how they stood, and records each fall once. */
@ApplicationScoped
class ReadinessWatchService {
    private final Looks looks;
    private final Abilities abilities;
    private final AuditTrail audit;

    ReadinessWatchService(Looks looks, Abilities abilities, AuditTrail audit) {
        this.looks = looks;
        this.abilities = abilities;
        this.audit = audit;
    }

    /** Looks at the accounts of up to so many deeds. Says whether there were any. */
    @Transactional
    boolean look(int limit, Instant now) {
        Set<String> accounts = looks.take(limit);
        accounts.forEach(account -> look(account, now));
        return !accounts.isEmpty();
    }

    private void look(String accountId, Instant now) {
        Readiness readiness = Readiness.of(
                abilities.in(accountId).stream().filter(Ability::isAble).count());
        boolean ready = readiness == Readiness.READY;
        if (looks.turn(accountId, ready) && !ready) {
            String level = readiness.name().toLowerCase(Locale.ROOT);
            audit.record(Fact.about(accountId, Deed.READINESS_FELL, Doer.SYSTEM).on(level), now);
        }
    }
}
