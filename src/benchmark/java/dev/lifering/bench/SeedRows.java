package dev.lifering.bench;

import dev.lifering.bench.Population.Role;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/** What stands in each table for a user of each role. */
final class SeedRows {
    private static final String NULL = "\\N";
    private static final int FILLERS = 2;
    private static final int MOST_ARCHIVED = 1_000_000;
    private static final int DIGEST_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final String PAST = Instant.now().minus(30, ChronoUnit.DAYS).toString();
    private static final String FUTURE =
            Instant.now().plus(3650, ChronoUnit.DAYS).toString();

    private final Population population;
    private final Keys keys;
    private final BackupCodes codes;
    private final SecureRandom random = new SecureRandom();

    SeedRows(Population population, Keys keys) {
        this.population = population;
        this.keys = keys;
        this.codes = new BackupCodes(keys);
    }

    List<SeedTable> tables() throws GeneralSecurityException {
        var seal = new Seal(keys);
        seal.prove(population.authenticator(0));
        int users = population.users();
        return List.of(
                new SeedTable("account", "id, name, kind, created_at, updated_at", users, this::account),
                new SeedTable(
                        "account_user",
                        "id, account_id, pseudonym, email, display_name, locale, admin, active,"
                                + " second_factor_managed_elsewhere, created_at, updated_at",
                        users,
                        this::user),
                new SeedTable(
                        "authenticator",
                        "id, user_id, label, sealed_secret, secret_key_id, algorithm, digits, period_seconds,"
                                + " last_step, created_at, last_used_at",
                        users,
                        (number, lines) -> authenticator(number, seal, lines)),
                new SeedTable(
                        "second_factor",
                        "user_id, status, failed_attempts, locked_until, enabled_at",
                        users,
                        this::secondFactor),
                new SeedTable(
                        "backup_code_set",
                        "id, user_id, label, state, created_at, expires_at, activated_at",
                        users,
                        this::backupCodeSet),
                new SeedTable(
                        "backup_code",
                        "set_id, locator, salt, hash, iterations, pepper_key_id",
                        users,
                        this::backupCodes),
                new SeedTable(
                        "audit_event",
                        "id, occurred_at, type, outcome, account_id, actor_kind, actor, subject, method, object",
                        users,
                        this::auditEvent));
    }

    private void account(int number, StringBuilder lines) {
        if (number == 0) {
            for (var id : List.of(Population.BIG_ACCOUNT, Population.ARCHIVE_ACCOUNT, Population.IMPORT_ACCOUNT)) {
                row(lines, id, id, "DIRECT", PAST, PAST);
            }
        }
        if (number >= population.inBigAccount() && number % Population.HUNDRED == 0) {
            row(lines, population.account(number), "Account " + number, "DIRECT", PAST, PAST);
        }
    }

    /** The first of each hundred of the role of plain users is an administrator. */
    private void user(int number, StringBuilder lines) {
        var id = population.id(number);
        var admin = isAdmin(number) ? "t" : "f";
        row(
                lines,
                id,
                population.account(number),
                population.pseudonym(number).toString(),
                id + "@users.example",
                "User " + number,
                "en",
                admin,
                "t",
                "f",
                PAST,
                PAST);
    }

    /** Few in the big account, so that mails to all administrators of it stay few. */
    private boolean isAdmin(int number) {
        int first = population.number(Role.PLAIN, 0);
        return number == first || number >= population.inBigAccount() && number % Population.HUNDRED == first;
    }

    private void authenticator(int number, Seal seal, StringBuilder lines) throws GeneralSecurityException {
        if (Role.of(number).hasAuthenticator()) {
            var id = population.authenticator(number);
            row(
                    lines,
                    id.toString(),
                    population.id(number),
                    "Phone",
                    seal.close(id, population.secret(number)),
                    keys.encryptionId(),
                    "SHA1",
                    "6",
                    "30",
                    "0",
                    PAST,
                    PAST);
        }
    }

    private void secondFactor(int number, StringBuilder lines) {
        switch (Role.of(number)) {
            case NEWCOMER -> {}
            case LOCKED -> row(lines, population.id(number), "ENABLED", "20", FUTURE, PAST);
            case CODES_ONLY -> row(lines, population.id(number), "BACKUP_CODES_ONLY", "0", NULL, PAST);
            case BACKUP, PLAIN -> row(lines, population.id(number), "ENABLED", "0", NULL, PAST);
        }
    }

    private void backupCodeSet(int number, StringBuilder lines) {
        if (Role.of(number) != Role.NEWCOMER) {
            row(
                    lines,
                    population.backupCodeSet(number).toString(),
                    population.id(number),
                    "LR-7Q4F",
                    "ACTIVE",
                    PAST,
                    PAST,
                    PAST);
        }
    }

    /** Codes that the load program knows for some of those who spend them; rows that are nobody's code for the others. */
    private void backupCodes(int number, StringBuilder lines) throws GeneralSecurityException {
        Role role = Role.of(number);
        if (role == Role.NEWCOMER) {
            return;
        }
        boolean known =
                role == Role.BACKUP && number < population.number(Role.BACKUP, population.withKnownCodes() - 1) + 1;
        for (int locator = 0; locator < (known ? BackupCodes.PER_SET : FILLERS); locator++) {
            var salt = bytes(SALT_BYTES);
            var hash = known
                    ? codes.hash(BackupCodes.code(population.secret(number), locator), salt)
                    : bytes(DIGEST_BYTES);
            row(
                    lines,
                    population.backupCodeSet(number).toString(),
                    Integer.toString(locator),
                    bytea(salt),
                    bytea(hash),
                    Integer.toString(BackupCodes.ITERATIONS),
                    keys.pepperId());
        }
    }

    /** One event for each user, and as many, up to a million, in the account whose trail is exported. */
    private void auditEvent(int number, StringBuilder lines) {
        event(2 * number, number, population.account(number), lines);
        if (number < MOST_ARCHIVED) {
            event(2 * number + 1, number, Population.ARCHIVE_ACCOUNT, lines);
        }
    }

    private void event(int event, int number, String account, StringBuilder lines) {
        row(
                lines,
                population.auditEvent(event).toString(),
                PAST,
                "verification",
                "SUCCESS",
                account,
                "SERVICE",
                "login-service",
                population.pseudonym(number).toString(),
                "totp",
                "login");
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String bytea(byte[] bytes) {
        return "\\\\x" + HexFormat.of().formatHex(bytes);
    }

    private static void row(StringBuilder lines, String... values) {
        for (int i = 0; i < values.length; i++) {
            lines.append(values[i]).append(i == values.length - 1 ? '\n' : '\t');
        }
    }
}
