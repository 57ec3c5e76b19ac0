package dev.lifering.supportcase;

import dev.lifering.work.OneTimeWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The end of the time in which a case can be approved. */
@ApplicationScoped
class CaseExpiry implements OneTimeWork {
    static final String NAME = "support-case-expiry";

    private final CaseConclusionService cases;

    CaseExpiry(CaseConclusionService cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> run(UUID thing) {
        return cases.expire(thing);
    }
}
