package dev.lifering.recovery.reset;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.crypto.OneTimeToken;
import dev.lifering.directory.Directory;
import dev.lifering.directory.Person;
import dev.lifering.factor.Standing;
import dev.lifering.factor.Standings;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/** Rule R8: "this wasn't me". */
@ApplicationScoped
class RepudiationService {
    private final ResetRows rows;
    private final Resets resets;
    private final Aftermath aftermath;
    private final Standings standings;
    private final Directory directory;
    private final AuditTrail audit;
    private final InstantSource clock;

    RepudiationService(
            ResetRows rows,
            Resets resets,
            Aftermath aftermath,
            Standings standings,
            Directory directory,
            AuditTrail audit,
            InstantSource clock) {
        this.rows = rows;
        this.resets = resets;
        this.aftermath = aftermath;
        this.standings = standings;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Undoes the reset whose notice held this token. */
    @Transactional
    public RepudiationView repudiate(String token) {
        Instant now = clock.instant();
        ResetEntity reset = rows.repudiatedBy(OneTimeToken.hashOf(token)).orElseThrow(RepudiationService::unknown);
        Person person = directory.person(reset.userId).orElseThrow(RepudiationService::unknown);
        Standing standing = standings.lock(person);
        if (!rows.undo(reset.id, now)) {
            throw ProblemType.UNDO_OVER.because("This reset was undone already, or its 72 hours are over.");
        }
        resets.undo(standing, reset, now);
        aftermath.endWhatWasBegun(person, now);
        // Whoever holds the notice is the mailbox; nobody has signed in.
        audit.record(
                Fact.about(person, Deed.SECOND_FACTOR_RESET_UNDONE, Doer.self(person))
                        .on(reset.linkId.toString()),
                now);
        return new RepudiationView(standing.status(), now);
    }

    private static Problem unknown() {
        return ProblemType.NOT_FOUND.because("No notice of a reset has this token.");
    }
}
