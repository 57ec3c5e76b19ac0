package dev.lifering.audit.sealing;

import dev.lifering.audit.seal.Chain;
import dev.lifering.audit.seal.EventIds;
import dev.lifering.audit.seal.Head;
import dev.lifering.audit.seal.RecordedEvent;
import dev.lifering.audit.seal.SignedSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The transactions of sealing, all of them short: nothing is computed while one is open. */
@ApplicationScoped
class SealService {
    private static final int DROPPED_AT_ONCE = 1000;

    private final RecordedEvents events;
    private final Seals seals;
    private final SealMarks marks;

    SealService(RecordedEvents events, Seals seals, SealMarks marks) {
        this.events = events;
        this.seals = seals;
        this.marks = marks;
    }

    /** What is to be sealed next, and where. */
    record Due(Stretch stretch, Map<Chain, Head> heads) {}

    /** The next stretch of what was recorded before that moment; empty when all of it is sealed. */
    @Transactional(rollbackOn = SQLException.class)
    public Optional<Due> due(Instant before) throws SQLException {
        UUID from = marks.sealed();
        UUID end = EventIds.first(before);
        List<RecordedEvent> found = EventIds.isBefore(from, end) ? events.oldest(from, end, Stretch.LIMIT) : List.of();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Stretch stretch = Stretch.of(from, found);
        return Optional.of(new Due(stretch, seals.heads(stretch.byChain().keySet())));
    }

    /** Keeps the seals of the stretch; false when another replica has sealed it meanwhile. */
    @Transactional(rollbackOn = SQLException.class)
    public boolean keep(Stretch stretch, List<SignedSeal> signed, Instant now) throws SQLException {
        boolean first = marks.advance(stretch.from(), stretch.to());
        if (first) {
            seals.insert(signed, now);
        }
        return first;
    }

    /** Takes some of the seals away whose events are gone; true when there may be more. */
    @Transactional(rollbackOn = SQLException.class)
    public boolean dropSome() throws SQLException {
        return seals.dropSome(DROPPED_AT_ONCE);
    }
}
