package dev.lifering.migration;

import dev.lifering.accountpolicy.PolicyService;
import dev.lifering.directory.Person;
import dev.lifering.directory.PersonDetails;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
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
    private final PolicyService policies;

    Planner(Owners owners, Standings standings, ImportedAuthenticators authenticators, PolicyService policies) {
        this.owners = owners;
        this.standings = standings;
        this.authenticators = authenticators;
        this.policies = policies;
    }

    /**
     * The plan, or a refusal: those of {@link Owners#find}, {@code managed-by-sso}, {@code too-many-authenticators}. Unless
     * it is a dry run, the user's standing is locked from now on.
     */
    Plan plan(ImportOrder order, Entry.Found entry) {
        Person person = owners.find(order.accountId(), entry.owner()).orElse(null);
        if (entry.apps().isEmpty()) {
            return new Plan(entry, person, List.of());
        }
        if (isManagedElsewhere(order, entry, person)) {
            throw ProblemType.MANAGED_BY_SSO.because("An identity provider brings this user's second factor.");
        }
        return new Plan(entry, person, fresh(order, entry, person));
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

    private List<ForeignApp> fresh(ImportOrder order, Entry.Found entry, @Nullable Person person) {
        Standing standing = person == null ? null : order.dryRun() ? standings.read(person) : standings.lock(person);
        Having having = person == null ? Having.NOTHING : authenticators.of(person);
        List<ForeignApp> fresh = fresh(entry.apps(), having);
        if (fresh.isEmpty()) {
            return fresh;
        }
        boolean waiting = having.untouched() && !having.secrets().isEmpty();
        if (standing != null && standing.isEnrolled() && !waiting) {
            // An import must not be a way past rule E5, for whoever got hold of a service's token.
            throw ProblemType.TOO_MANY_AUTHENTICATORS.because(
                    "The user has a second factor here, which only he can add to, and this authenticator is none of his.");
        }
        int most = policies.of(order.accountId()).maxAuthenticators();
        if (having.secrets().size() + fresh.size() > most) {
            throw ProblemType.TOO_MANY_AUTHENTICATORS.because("The account allows " + most + " per user.");
        }
        return fresh;
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
