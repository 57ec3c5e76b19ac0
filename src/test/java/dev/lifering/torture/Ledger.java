package dev.lifering.torture;

import dev.lifering.packaged.SmtpListener;
import dev.lifering.torture.Evidence.App;
import dev.lifering.torture.Evidence.CodeSet;
import dev.lifering.torture.Evidence.Event;
import dev.lifering.torture.Evidence.Link;
import dev.lifering.torture.Evidence.Mail;
import dev.lifering.torture.Evidence.Person;
import dev.lifering.torture.Evidence.Rows;
import dev.lifering.torture.Evidence.Standing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the database and the mail server hold, past the application. */
final class Ledger {
    private static final Pattern MAIL_ID = Pattern.compile("<([0-9a-f-]{36})@");

    private Ledger() {}

    static Evidence read(List<Answer> answers, Connection database, SmtpListener smtp) throws SQLException {
        try (Statement statement = database.createStatement()) {
            return new Evidence(answers, events(statement), rows(statement), arrived(smtp), refused(smtp));
        }
    }

    /** Mails that still wait. */
    static long queued(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from mail where state = 'QUEUED'")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** In the order of commits: those of one user wait for one another, so theirs is the order of what happened. */
    private static List<Event> events(Statement statement) throws SQLException {
        return list(
                statement,
                """
                select event.request_id, event.type, event.outcome, coalesce(person.id, event.subject::text),
                       event.account_id, event.method, event.object, event.occurred_at
                from audit_event event left join account_user person on person.pseudonym = event.subject
                order by pg_xact_commit_timestamp(event.xmin), event.id
                """,
                row -> new Event(
                        text(row, 1),
                        text(row, 2),
                        text(row, 3),
                        text(row, 4),
                        text(row, 5),
                        text(row, 6),
                        text(row, 7),
                        row.getTimestamp(8).toInstant()));
    }

    private static Rows rows(Statement statement) throws SQLException {
        return new Rows(
                list(
                        statement,
                        "select id, account_id, admin and active from account_user",
                        row -> new Person(text(row, 1), text(row, 2), row.getBoolean(3))),
                list(
                        statement,
                        "select user_id, status, failed_attempts, locked_until from second_factor",
                        row -> new Standing(text(row, 1), text(row, 2), row.getInt(3), moment(row, 4))),
                list(
                        statement,
                        "select id, user_id, last_step from authenticator",
                        row -> new App(text(row, 1), text(row, 2), row.getLong(3))),
                list(
                        statement,
                        "select id, user_id, state from backup_code_set",
                        row -> new CodeSet(text(row, 1), text(row, 2), text(row, 3))),
                spentCodes(statement),
                list(
                        statement,
                        "select id, user_id, ended_as from recovery_link",
                        row -> new Link(text(row, 1), text(row, 2), row.getString(3))),
                list(
                        statement,
                        "select mail.id, mail.user_id, person.email, mail.kind, mail.state"
                                + " from mail join account_user person on person.id = mail.user_id",
                        row -> new Mail(text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5))));
    }

    private static Set<String> spentCodes(Statement statement) throws SQLException {
        return Set.copyOf(list(
                statement,
                "select code.set_id || '#' || code.locator from backup_code code"
                        + " join backup_code_set codes on codes.id = code.set_id"
                        + " where codes.state = 'ACTIVE' and code.spent_at is not null",
                row -> text(row, 1)));
    }

    private static Map<String, Long> arrived(SmtpListener smtp) {
        return smtp.received().stream()
                .map(mail -> MAIL_ID.matcher(mail.messageId()))
                .map(id -> id.find() ? id.group(1) : "without an id")
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    private static Map<String, Long> refused(SmtpListener smtp) {
        return smtp.refused().stream()
                .filter(refusal -> refusal.code() >= 500)
                .collect(Collectors.groupingBy(SmtpListener.Refused::recipient, Collectors.counting()));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(Statement statement, String query, Reading<T> reading) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(reading.of(rows));
            }
        }
        return found;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
