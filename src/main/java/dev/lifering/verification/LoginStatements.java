package dev.lifering.verification;

import dev.lifering.accountpolicy.TotpAlgorithm;
import dev.lifering.accountpolicy.TotpParameters;
import dev.lifering.audit.Draft;
import dev.lifering.audit.Fact;
import dev.lifering.factor.Lockout;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The two statements of a login that goes well. Each is a transaction of its own, so that a login costs two round trips
 * to the database and one commit.
 */
@ApplicationScoped
class LoginStatements {
    private static final String READ = """
            select person.account_id, person.pseudonym, policy.totp_window,
                   app.id, app.label, app.sealed_secret, app.algorithm, app.digits, app.period_seconds,
                   (select count(*) from backup_code_set codes join backup_code code on code.set_id = codes.id
                    where codes.user_id = person.id and codes.state = 'ACTIVE' and code.spent_at is null)
            from account_user person
            join second_factor standing on standing.user_id = person.id
            join authenticator app on app.user_id = person.id and app.disabled_by is null
            left join account_policy policy on policy.account_id = person.account_id
            where person.id = ? and person.active and standing.status = 'ENABLED'
              and standing.failed_attempts < ? and (standing.locked_until is null or standing.locked_until <= ?)
            order by app.created_at, app.id
            """;

    /**
     * The lock on the user's standing comes first, as everywhere; what it waited for is looked at again. Burning the step is
     * the condition for all that follows (rule V2, RFC 6238 §5.2; a code given before its time is burnt too), and the fact
     * is written by the same statement (rule X1).
     */
    private static final String ACCEPT = """
            with standing as (
                select user_id from second_factor
                where user_id = ? and status = 'ENABLED'
                  and failed_attempts < ? and (locked_until is null or locked_until <= ?)
                for no key update
            ), burnt as (
                update authenticator set last_step = ?, last_used_at = ?
                where id = ? and user_id = ? and last_step < ? and disabled_by is null and not (? = any (seen_ahead))
                  and exists (select from standing)
                returning id
            ), proven as (
                update second_factor set failed_attempts = 0, locked_until = null, last_verified_at = ?
                where user_id = ? and exists (select from burnt)
            )
            insert into audit_event (id, occurred_at, type, outcome, account_id, actor_kind, actor, subject, method, object,
                                     address, request_id)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from burnt
            """;

    private final AgroalDataSource database;

    LoginStatements(AgroalDataSource database) {
        this.database = database;
    }

    /** The authenticators a code of the user may be of; none when he is unknown, inactive, locked or not enrolled. */
    List<LoginCandidate> candidates(String userId, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            new Parameters(read).text(userId).number(Lockout.LIMIT).moment(now);
            try (ResultSet rows = read.executeQuery()) {
                var candidates = new ArrayList<LoginCandidate>(1);
                while (rows.next()) {
                    candidates.add(candidate(userId, rows));
                }
                return candidates;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the state of a login cannot be read", e);
        }
    }

    /** Burns the step, ends what was held against the user, and records the fact: all of it, or nothing and false. */
    boolean accept(LoginCandidate app, long step, Draft draft) {
        try (Connection connection = database.getConnection();
                PreparedStatement accept = connection.prepareStatement(ACCEPT)) {
            Instant now = draft.occurredAt();
            Fact fact = draft.fact();
            new Parameters(accept)
                    .text(app.userId())
                    .number(Lockout.LIMIT)
                    .moment(now)
                    .number(step)
                    .moment(now)
                    .id(app.id())
                    .text(app.userId())
                    .number(step)
                    .number(step)
                    .moment(now)
                    .text(app.userId())
                    .id(draft.id())
                    .moment(now)
                    .text(fact.deed().wireName())
                    .text(fact.outcome().name())
                    .text(fact.accountId())
                    .text(fact.doer().kind().name())
                    .text(fact.doer().reference())
                    .id(fact.subject())
                    .text(fact.method())
                    .text(fact.object())
                    .text(draft.address())
                    .text(draft.requestId());
            return accept.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("a login cannot be recorded", e);
        }
    }

    private static LoginCandidate candidate(String userId, ResultSet row) throws SQLException {
        int column = 0;
        String accountId = row.getString(++column);
        UUID pseudonym = row.getObject(++column, UUID.class);
        int window = row.getInt(++column);
        Integer ownWindow = row.wasNull() ? null : window;
        UUID id = row.getObject(++column, UUID.class);
        String label = row.getString(++column);
        String sealedSecret = row.getString(++column);
        var parameters = new TotpParameters(
                TotpAlgorithm.valueOf(row.getString(++column)),
                row.getInt(++column),
                Duration.ofSeconds(row.getInt(++column)));
        int codesLeft = row.getInt(++column);
        return new LoginCandidate(
                userId, accountId, pseudonym, ownWindow, id, label, sealedSecret, parameters, codesLeft);
    }

    /** Sets one parameter after the other. */
    private static final class Parameters {
        private final PreparedStatement statement;
        private int last;

        private Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        Parameters text(@Nullable String text) throws SQLException {
            statement.setString(++last, text);
            return this;
        }

        Parameters number(int number) throws SQLException {
            statement.setInt(++last, number);
            return this;
        }

        Parameters number(long number) throws SQLException {
            statement.setLong(++last, number);
            return this;
        }

        Parameters id(@Nullable UUID id) throws SQLException {
            statement.setObject(++last, id);
            return this;
        }

        Parameters moment(Instant moment) throws SQLException {
            statement.setObject(++last, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            return this;
        }
    }
}
