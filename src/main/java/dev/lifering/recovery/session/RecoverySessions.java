package dev.lifering.recovery.session;

import dev.lifering.audit.AuditTrail;
import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Fact;
import dev.lifering.crypto.Ids;
import dev.lifering.crypto.OneTimeToken;
import dev.lifering.directory.Person;
import dev.lifering.problem.Problem;
import dev.lifering.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Opens, finds and ends recovery sessions. Only the SHA-256 of a token is kept. */
@ApplicationScoped
public class RecoverySessions {
    /** Design section 1: 15 minutes, one user. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private final SessionRows sessions;
    private final AuditTrail audit;
    private final Ids ids;
    private final SecureRandom random;

    RecoverySessions(SessionRows sessions, AuditTrail audit, Ids ids, SecureRandom random) {
        this.sessions = sessions;
        this.audit = audit;
        this.ids = ids;
        this.random = random;
    }

    /** Opens a session for the person and ends those before it. */
    @Transactional(TxType.MANDATORY)
    public OpenedSession open(Person person, Doer doer, Instant now) {
        sessions.endAll(person.id(), now);
        OneTimeToken token = OneTimeToken.draw(random);
        var session = new RecoverySessionEntity();
        session.id = ids.next();
        session.userId = person.id();
        session.tokenHash = token.hash();
        session.openedAt = now;
        session.expiresAt = now.plus(LIFETIME);
        sessions.persist(session);
        audit.record(Fact.about(person, Deed.RECOVERY_SESSION_OPENED, doer).on(session.id.toString()), now);
        return new OpenedSession(token, session.expiresAt);
    }

    /** The id of the person's live session with this token, or the refusal {@code recovery-session-invalid}. */
    public UUID live(Person person, String token, Instant now) {
        return sessions.findLive(person.id(), OneTimeToken.hashOf(token), now).orElseThrow(RecoverySessions::invalid);
    }

    /** Ends the session by its use. True for exactly one of those who try. */
    @Transactional(TxType.MANDATORY)
    public boolean use(Person person, UUID session, Instant now) {
        return sessions.end(session, person.id(), now);
    }

    /** Ends whatever is open for the person. */
    @Transactional(TxType.MANDATORY)
    public void endAll(Person person, Instant now) {
        sessions.endAll(person.id(), now);
    }

    /** The refusal of a session that is not live. */
    public static Problem invalid() {
        return ProblemType.RECOVERY_SESSION_INVALID.because("No live recovery session of yours has this token.");
    }
}
