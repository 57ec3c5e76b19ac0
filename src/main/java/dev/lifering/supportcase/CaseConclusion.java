package dev.lifering.supportcase;

import dev.lifering.work.OneTimeWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The end of a case's waiting time. */
@ApplicationScoped
class CaseConclusion implements OneTimeWork {
    static final String NAME = "support-case";

    private final CaseConclusionService cases;

    CaseConclusion(CaseConclusionService cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> run(UUID thing) {
        return cases.conclude(thing);
    }
}
