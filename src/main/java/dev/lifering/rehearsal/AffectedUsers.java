package dev.lifering.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition on the active users of an account, in SQL. The offsets keep PostgreSQL from joins that would read what
 * belongs to the users of other accounts.
 *
 * @param enrolBy until when the user {@code u} may go without a second factor; null in SQL where that does not matter
 * @param from what is joined to the user
 * @param condition which users are meant
 * @param values of the parameters, in the order of the three
 */
record AffectedUsers(String enrolBy, String from, String condition, List<Object> values) {
    private static final String WITHOUT_SECOND_FACTOR = """
            left join lateral (select status from second_factor where user_id = u.id offset 0) f on true""";

    private static final String LACKING =
            "not u.second_factor_managed_elsewhere" + " and coalesce(f.status, 'NOT_ENROLLED') = 'NOT_ENROLLED'";

    /** {@code greatest} of the two beginnings, and how many seconds from there. */
    private static final String ENROL_BY =
            "(greatest(u.created_at, cast(? as timestamptz)) + make_interval(secs => ?))";

    private static final String NO_MOMENT = "cast(null as timestamptz)";

    AffectedUsers {
        values = List.copyOf(values);
    }

    /** Since when an account demands a second factor, and for how long its users may go without. */
    record Grace(Instant since, Duration period) {
        Object begin() {
            return since.atOffset(ZoneOffset.UTC);
        }

        double seconds() {
            return period.toSeconds();
        }
    }

    /** Who has none and no time left. */
    static AffectedUsers lockedOut(Grace grace, Instant now) {
        return new AffectedUsers(
                ENROL_BY,
                WITHOUT_SECOND_FACTOR,
                LACKING + " and " + ENROL_BY + " <= ?",
                List.of(grace.begin(), grace.seconds(), grace.begin(), grace.seconds(), now.atOffset(ZoneOffset.UTC)));
    }

    /** Who has none and some time left. */
    static AffectedUsers inGrace(Grace grace, Instant now) {
        return new AffectedUsers(
                ENROL_BY,
                WITHOUT_SECOND_FACTOR,
                LACKING + " and " + ENROL_BY + " > ?",
                List.of(grace.begin(), grace.seconds(), grace.begin(), grace.seconds(), now.atOffset(ZoneOffset.UTC)));
    }

    /** Who has none. */
    static AffectedUsers lacking() {
        return new AffectedUsers(NO_MOMENT, WITHOUT_SECOND_FACTOR, LACKING, List.of());
    }

    /** Who of these had no time left before already. */
    AffectedUsers butNotLockedOut(Grace before, Instant now) {
        return and(ENROL_BY + " > ?", before.begin(), before.seconds(), now.atOffset(ZoneOffset.UTC));
    }

    /** Who of these has another time than before. */
    AffectedUsers butNotWith(Grace before, Grace after) {
        return and(ENROL_BY + " <> " + ENROL_BY, before.begin(), before.seconds(), after.begin(), after.seconds());
    }

    /** Everybody. */
    static AffectedUsers all() {
        return new AffectedUsers(NO_MOMENT, "", "true", List.of());
    }

    static AffectedUsers withMoreAuthenticatorsThan(int limit) {
        return new AffectedUsers(NO_MOMENT, """
                join lateral (select count(*) as count from authenticator
                              where user_id = u.id and disabled_by is null offset 0) a on true""", "a.count > ?", List.of(limit));
    }

    static AffectedUsers withAuthenticatorsOtherThan(String algorithm, int digits, Duration period) {
        return new AffectedUsers(
                NO_MOMENT, """
                join lateral (select count(*) as count from authenticator
                              where user_id = u.id and disabled_by is null
                                  and (algorithm, digits, period_seconds) <> (?, ?, ?) offset 0) a on true""", "a.count > 0", List.of(algorithm, digits, Math.toIntExact(period.toSeconds())));
    }

    static AffectedUsers withSetsOfAnotherSizeThan(int codes) {
        return new AffectedUsers(NO_MOMENT, """
                join lateral (select id from backup_code_set where user_id = u.id and state = 'ACTIVE' offset 0) s on true
                join lateral (select count(*) as count from backup_code where set_id = s.id offset 0) c on true""", "c.count <> ?", List.of(codes));
    }

    static AffectedUsers withSetsToAcknowledge(Instant now) {
        return new AffectedUsers(NO_MOMENT, """
                join lateral (select id from backup_code_set
                              where user_id = u.id and state = 'PENDING' and expires_at > ? offset 0) s on true""", "true", List.of(now.atOffset(ZoneOffset.UTC)));
    }

    /** Who has a device that is trusted, on which a code was proved after the one moment, and not after the other. */
    static AffectedUsers withDevicesProvedBetween(Instant after, Instant until, Instant now) {
        return new AffectedUsers(NO_MOMENT, """
                join lateral (select count(*) as count from trusted_device
                              where user_id = u.id and created_at > ? and created_at <= ? and expires_at > ?
                              offset 0) d on true""", "d.count > 0", List.of(at(after), at(until), at(now)));
    }

    private static Object at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private AffectedUsers and(String more, Object... moreValues) {
        var all = new ArrayList<>(values);
        all.addAll(List.of(moreValues));
        return new AffectedUsers(enrolBy, from, condition + " and " + more, all);
    }
}
