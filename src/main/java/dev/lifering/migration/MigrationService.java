package dev.lifering.migration;

import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.migration.format.Entry;
import dev.lifering.migration.format.Owner;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.problem.Result;
import dev.lifering.provisioning.UserProvisioning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/** Keeps what a file says of some users, all of it in one transaction. */
@ApplicationScoped
class MigrationService {
    private final Planner planner;
    private final UserProvisioning users;
    private final FactorBinding binding;
    private final Directory directory;
    private final InstantSource clock;

    MigrationService(
            Planner planner, UserProvisioning users, FactorBinding binding, Directory directory, InstantSource clock) {
        this.planner = planner;
        this.users = users;
        this.binding = binding;
        this.directory = directory;
        this.clock = clock;
    }

    @Transactional
    void refuseUnknown(String accountId) {
        if (directory.account(accountId).isEmpty()) {
            throw ProblemType.ACCOUNT_UNKNOWN.because("Provision the account first.");
        }
    }

    /**
     * What became of each entry. A refusal changes nothing, and does not hold up the others.
     *
     * @throws RuntimeException when none of it was kept, because something came in between
     */
    @Transactional
    List<ImportReportLine> keep(ImportOrder order, List<Entry> batch) {
        return batch.stream().map(entry -> keep(order, entry)).toList();
    }

    private ImportReportLine keep(ImportOrder order, Entry entry) {
        if (entry instanceof Entry.Refused refused) {
            return ImportReportLine.refused(refused.line(), refused.id(), refused.problem());
        }
        var found = (Entry.Found) entry;
        if (Planner.isBarren(order, found)) {
            return Plan.nothing(found, null).done(name(found), ImportOutcome.SKIPPED);
        }
        Plan plan;
        try {
            plan = plan(order, found);
        } catch (Problem refusal) {
            return ImportReportLine.refused(found.line(), name(found), refusal);
        }
        return order.dryRun() ? foreseen(order, plan) : done(order, plan);
    }

    /** A user alone needs no plan, unless nothing is to be done: whether he can be kept shows when he is. */
    private Plan plan(ImportOrder order, Entry.Found found) {
        return found.apps().isEmpty() && !order.dryRun() ? Plan.nothing(found, null) : planner.plan(order, found);
    }

    private static ImportReportLine foreseen(ImportOrder order, Plan plan) {
        Person person = plan.person();
        String id = person == null ? name(plan.entry()) : person.id();
        return plan.done(id, outcome(order, plan, person == null));
    }

    private ImportReportLine done(ImportOrder order, Plan plan) {
        Person person = plan.person();
        boolean created = false;
        if (person == null || order.format().isThePlatformsWord()) {
            var owner = (Owner.ById) plan.entry().owner();
            Result<Boolean> brought = brought(order, owner);
            if (brought instanceof Result.Refused<Boolean> refused) {
                return ImportReportLine.refused(plan.entry().line(), owner.id(), refused.problem());
            }
            created = brought.orThrow();
        }
        String id = person == null ? name(plan.entry()) : person.id();
        if (plan.binds()) {
            binding.bind(order, directory.personOrNotFound(id), plan, clock.instant());
        }
        return plan.done(id, outcome(order, plan, created));
    }

    private Result<Boolean> brought(ImportOrder order, Owner.ById owner) {
        var details = owner.details();
        if (details == null) {
            throw new IllegalStateException("a user of whom nothing is known is to be made: " + owner.id());
        }
        return users.bring(order.accountId(), owner.id(), details, order.doer());
    }

    private static ImportOutcome outcome(ImportOrder order, Plan plan, boolean created) {
        if (created) {
            return ImportOutcome.CREATED;
        }
        boolean changed = order.format().isThePlatformsWord() || plan.binds();
        return changed ? ImportOutcome.UPDATED : ImportOutcome.UNCHANGED;
    }

    /** What the file calls the user. */
    static String name(Entry.Found entry) {
        return entry.owner() instanceof Owner.ById byId
                ? byId.id()
                : ((Owner.Named) entry.owner()).names().get(0);
    }
}
