package dev.lifering.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifering.audit.Deed;
import dev.lifering.audit.Doer;
import dev.lifering.audit.Draft;
import dev.lifering.audit.Fact;
import dev.lifering.crypto.Ids;
import dev.lifering.testing.Database;
import dev.lifering.testing.MovableTime;
import dev.lifering.testing.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The writing statement of a login looks again at what may have changed since the reading one. */
@QuarkusTest
class LoginStatementsTest {
    @Inject
    LoginStatements statements;

    @Inject
    MovableTime time;

    @Inject
    Ids ids;

    @Inject
    Database database;

    @Test
    void v2_x1_aStepIsBurntOnceAndWithItsEvent() {
        LoginCandidate app = candidate();
        long step = stepAfter(app);
        Draft first = draft(app);
        Draft second = draft(app);
        assertTrue(statements.accept(app, step, first));
        assertFalse(statements.accept(app, step, second));
        assertEquals(1, events(first));
        assertEquals(0, events(second));
        assertEquals(step, lastStep(app));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update second_factor set locked_until = '2999-01-01' where user_id = ?",
                "update second_factor set failed_attempts = 100 where user_id = ?",
                "update second_factor set status = 'BACKUP_CODES_ONLY' where user_id = ?"
            })
    void v3_whatChangedSinceTheReadingLeavesEverythingAsItWas(String change) {
        LoginCandidate app = candidate();
        long before = lastStep(app);
        database.update(change, app.userId());
        Draft draft = draft(app);
        assertFalse(statements.accept(app, before + 100, draft));
        assertEquals(before, lastStep(app));
        assertEquals(0, events(draft));
    }

    private LoginCandidate candidate() {
        String user = Tenant.direct(time).user().enrolled().member().id();
        return statements.candidates(user, time.instant()).get(0);
    }

    private Draft draft(LoginCandidate app) {
        Fact fact = Fact.about(app.accountId(), Deed.VERIFICATION, Doer.SYSTEM).of(app.pseudonym());
        return new Draft(ids.next(), time.instant(), fact, null, null);
    }

    private long stepAfter(LoginCandidate app) {
        return lastStep(app) + 100;
    }

    private long lastStep(LoginCandidate app) {
        return (long) database.row("select last_step from authenticator where id = ?", app.id())
                .get("last_step");
    }

    private long events(Draft draft) {
        return database.count("select count(*) from audit_event where id = ?", draft.id());
    }
}
