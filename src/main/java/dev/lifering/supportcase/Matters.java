package dev.lifering.supportcase;

import dev.lifering.directory.Directory;
import dev.lifering.factor.Standings;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import dev.lifering.supportcase.CaseFile.Check;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes up cases. Whoever changes a case holds its user's standing, as everybody does who changes a second factor: so
 * approvals, cancellations and the mailing of the link happen one after the other, on all replicas.
 */
@ApplicationScoped
class Matters {
    private final SupportCases cases;
    private final IdentityChecks checks;
    private final Directory directory;
    private final Standings standings;

    Matters(SupportCases cases, IdentityChecks checks, Directory directory, Standings standings) {
        this.cases = cases;
        this.checks = checks;
        this.directory = directory;
        this.standings = standings;
    }

    /** The case, locked; empty when it is gone with its user. */
    Optional<Matter> lock(UUID caseId) {
        return cases.userOf(caseId)
                .flatMap(directory::person)
                .map(standings::lock)
                .map(standing -> new Matter(cases.findById(caseId), standing));
    }

    /** The case, locked, or the refusal {@code not-found}. */
    Matter lockOrNotFound(UUID caseId) {
        return lock(caseId).orElseThrow(Matters::notFound);
    }

    /** What the rules want to know of it. */
    CaseFile file(Matter matter) {
        SupportCaseEntity row = matter.row();
        return new CaseFile(
                row.state,
                row.openedBy,
                checks.of(row.id).stream()
                        .map(check -> new Check(check.method, check.passed, check.checkedBy))
                        .toList());
    }

    static Problem notFound() {
        return ProblemType.NOT_FOUND.because("No support case has this id.");
    }
}
