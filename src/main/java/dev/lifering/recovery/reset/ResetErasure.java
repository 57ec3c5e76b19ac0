package dev.lifering.recovery.reset;

import dev.lifering.work.OneTimeWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Erases what a reset has disabled, once it cannot be undone any more (rule R8). */
@ApplicationScoped
class ResetErasure implements OneTimeWork {
    static final String NAME = "reset-erasure";

    private final Resets resets;
    private final InstantSource clock;

    ResetErasure(Resets resets, InstantSource clock) {
        this.resets = resets;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public Optional<Instant> run(UUID reset) {
        resets.erase(reset, clock.instant());
        return Optional.empty();
    }
}
