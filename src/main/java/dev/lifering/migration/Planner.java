package dev.lifering.migration;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.directory.Person;
import dev.lifering.directory.PersonDetails;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.factor.backupcode.LegacyBackupCodes;
import dev.lifering.factor.backupcode.legacy.ForeignCodes;
import dev.lifering.factor.totp.ForeignApp;
import dev.lifering.factor.totp.ImportedAuthenticators;
import dev.lifering.factor.totp.ImportedAuthenticators.Having;
import dev.lifering.migration.format.Entry;
import dev.lifering.migration.format.Owner;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether something speaks against an entry, before any of it changes anything. */
@ApplicationScoped
class Planner {
    private final Owners owners;
    private final Standings standings;
    private final ImportedAuthenticators authenticators;
    private final LegacyBackupCodes legacyCodes;
    private final PolicyService policies;

    Planner(
            Owners owners,
            Standings standings,
            ImportedAuthenticators authenticators,
            LegacyBackupCodes legacyCodes,
            PolicyService policies) {
        this.owners = owners;
        this.standings = standings;
        this.authenticators = authenticators;
        this.legacyCodes = legacyCodes;
        this.policies = policies;
    }

    /**
     * The plan, or a refusal: those of {@link Owners#find}, {@code managed-by-sso}, {@code too-many-authenticators}. Unless
     * it is a dry run, the user's standing is locked from now on.
     */
    Plan plan(ImportOrder order, Entry.Found entry) {
        Person person = owners.find(order.accountId(), entry.owner()).orElse(null);
        if (entry.apps().isEmpty()) {
            return Plan.nothing(entry, person);
        }
        if (isManagedElsewhere(order, entry, person)) {
            throw ProblemType.MANAGED_BY_SSO.because("An identity provider brings this user's second factor.");
        }
        return weighed(order, entry, person);
    }

    /** Whether nothing of the entry can come over. */
    static boolean isBarren(ImportOrder order, Entry.Found entry) {
        return entry.apps().isEmpty() && !order.format().isThePlatformsWord();
    }

    private static boolean isManagedElsewhere(ImportOrder order, Entry.Found entry, @Nullable Person person) {
        PersonDetails said = entry.owner() instanceof Owner.ById byId ? byId.details() : null;
        if (said != null && (person == null || order.format().isThePlatformsWord())) {
            return said.secondFactorManagedElsewhere();
        }
        return person != null && person.secondFactorManagedElsewhere();
    }

    /** What he has of all of it, so that each is looked for once. */
    private Plan weighed(ImportOrder order, Entry.Found entry, @Nullable Person person) {
        Standing standing = person == null ? null : order.dryRun() ? standings.read(person) : standings.lock(person);
        Having having = person == null ? Having.NOTHING : authenticators.of(person);
        var codes = person == null ? LegacyBackupCodes.Having.NOTHING : legacyCodes.of(person);
        List<ForeignApp> fresh = fresh(entry.apps(), having);
        boolean enrolled = standing != null && standing.isEnrolled();
        // Whoever has shown a code of either kind has proved here that he is the one who has them.
        boolean waiting = having.untouched() && !having.secrets().isEmpty() && codes.untouched();
        if (!fresh.isEmpty()) {
            refuseFurther(order, having.secrets().size() + fresh.size(), enrolled && !waiting);
        }
        return new Plan(entry, person, fresh, codes(entry, codes, enrolled ? waiting : !fresh.isEmpty()));
    }

    private void refuseFurther(ImportOrder order, int apps, boolean proved) {
        if (proved) {
            // An import must not be a way past rule E5, for whoever got hold of a service's token.
            throw ProblemType.TOO_MANY_AUTHENTICATORS.because(
                    "The user has a second factor here, which only he can add to, and this authenticator is none of his.");
        }
        int most = policies.of(order.accountId()).maxAuthenticators();
        if (apps > most) {
            throw ProblemType.TOO_MANY_AUTHENTICATORS.because("The account allows " + most + " per user.");
        }
    }

    /** Codes that were spent, replaced or revoked here never come back by another import while his second factor is on. */
    private static Plan.Codes codes(Entry.Found entry, LegacyBackupCodes.Having having, boolean open) {
        ForeignCodes there = entry.codes();
        if (there == null) {
            return Plan.Codes.LEFT;
        }
        if (having.any()) {
            return there.scheme() == having.scheme() ? Plan.Codes.UNCHANGED : Plan.Codes.LEFT;
        }
        return open ? Plan.Codes.TAKEN : Plan.Codes.LEFT;
    }

    private static List<ForeignApp> fresh(List<ForeignApp> apps, Having having) {
        var known = new ArrayList<>(having.secrets());
        var fresh = new ArrayList<ForeignApp>();
        for (ForeignApp app : apps) {
            if (!known.contains(app.secret())) {
                known.add(app.secret());
                fresh.add(app);
            }
        }
        return fresh;
    }
}
