package dev.lifering.verification;

import dev.lifering.audit.Doer;
import dev.lifering.directory.Person;
import dev.lifering.factor.Proof;
import dev.lifering.recovery.session.OpenedSession;
import dev.lifering.recovery.session.RecoverySessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** Rule V6: whoever spends the last backup code gets a recovery session, so that it is never a dead end. */
@ApplicationScoped
public class LastCode {
    private final RecoverySessions sessions;

    LastCode(RecoverySessions sessions) {
        this.sessions = sessions;
    }

    /** A session when the proof has spent the last backup code. */
    @Transactional(TxType.MANDATORY)
    public Optional<OpenedSession> sessionAfter(Proof proof, Person person, Doer doer, Instant now) {
        Integer left = proof.backupCodesLeft();
        return left != null && left == 0 ? Optional.of(sessions.open(person, doer, now)) : Optional.empty();
    }
}
